package drydock.render.figure;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What makes Pods: its template, and how many there are of how many.
///
/// @param template what its Pods are made of; an empty spec where it is not written
/// @param labels the labels that its Pods carry
/// @param count how many there are
/// @param rollout how far a Deployment's new Pods have come; empty where they have, and for what is none
record Workload(PodSpec template, Map<String, String> labels, Count count, Optional<Rollout> rollout) {

    sealed interface Count {}

    /// `wanted` Pods; of a cluster, `now` exist and `ready` are ready.
    record Replicas(int wanted, int now, int ready) implements Count {}

    /// A Pod on each of `wanted` nodes, `ready` are ready.
    record EachNode(int wanted, int ready) implements Count {}

    record Completions(int wanted, int succeeded) implements Count {}

    record Schedule(String cron) implements Count {}

    /// What `object` is as a workload; empty for any other kind.
    static Optional<Workload> of(HasMetadata object) {
        return switch (object) {
            case ReplicationController c
            when c.getSpec() != null ->
                made(
                        c.getSpec().getTemplate(),
                        c.getStatus() == null
                                ? replicas(c.getSpec().getReplicas(), 0, 0)
                                : replicas(
                                        c.getSpec().getReplicas(),
                                        c.getStatus().getReplicas(),
                                        c.getStatus().getReadyReplicas()));
            case ReplicaSet c
            when c.getSpec() != null ->
                made(
                        c.getSpec().getTemplate(),
                        c.getStatus() == null
                                ? replicas(c.getSpec().getReplicas(), 0, 0)
                                : replicas(
                                        c.getSpec().getReplicas(),
                                        c.getStatus().getReplicas(),
                                        c.getStatus().getReadyReplicas()));
            case Deployment c
            when c.getSpec() != null ->
                made(
                                c.getSpec().getTemplate(),
                                c.getStatus() == null
                                        ? replicas(c.getSpec().getReplicas(), 0, 0)
                                        : replicas(
                                                c.getSpec().getReplicas(),
                                                c.getStatus().getReplicas(),
                                                c.getStatus().getReadyReplicas()))
                        .map(workload -> workload.rolling(Rollout.of(c)));
            case StatefulSet c
            when c.getSpec() != null ->
                made(
                        c.getSpec().getTemplate(),
                        c.getStatus() == null
                                ? replicas(c.getSpec().getReplicas(), 0, 0)
                                : replicas(
                                        c.getSpec().getReplicas(),
                                        c.getStatus().getReplicas(),
                                        c.getStatus().getReadyReplicas()));
            case DaemonSet c
            when c.getSpec() != null ->
                made(
                        c.getSpec().getTemplate(),
                        c.getStatus() == null
                                ? new EachNode(0, 0)
                                : new EachNode(
                                        or(c.getStatus().getDesiredNumberScheduled(), 0),
                                        or(c.getStatus().getNumberReady(), 0)));
            case Job c
            when c.getSpec() != null ->
                made(
                        c.getSpec().getTemplate(),
                        new Completions(
                                or(c.getSpec().getCompletions(), or(c.getSpec().getParallelism(), 1)),
                                c.getStatus() == null ? 0 : or(c.getStatus().getSucceeded(), 0)));
            case CronJob c
            when c.getSpec() != null
                    && c.getSpec().getJobTemplate() != null
                    && c.getSpec().getJobTemplate().getSpec() != null ->
                made(
                        c.getSpec().getJobTemplate().getSpec().getTemplate(),
                        new Schedule(
                                c.getSpec().getSchedule() == null
                                        ? ""
                                        : c.getSpec().getSchedule()));
            default -> Optional.empty();
        };
    }

    private Workload rolling(Optional<Rollout> now) {
        return new Workload(template, labels, count, now);
    }

    private static Replicas replicas(@Nullable Integer wanted, @Nullable Integer now, @Nullable Integer ready) {
        return new Replicas(or(wanted, 1), or(now, 0), or(ready, 0));
    }

    private static Optional<Workload> made(@Nullable PodTemplateSpec template, Count count) {
        PodTemplateSpec t = template == null ? new PodTemplateSpec() : template;
        Map<String, String> labels = t.getMetadata() == null || t.getMetadata().getLabels() == null
                ? Map.of()
                : t.getMetadata().getLabels();
        return Optional.of(
                new Workload(t.getSpec() == null ? new PodSpec() : t.getSpec(), labels, count, Optional.empty()));
    }

    private static int or(@Nullable Integer value, int other) {
        return value == null ? other : value;
    }
}
