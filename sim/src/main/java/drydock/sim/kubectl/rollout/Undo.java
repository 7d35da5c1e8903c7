package drydock.sim.kubectl.rollout;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Patch;
import drydock.model.topology.PodTemplates;
import drydock.sim.kubectl.rollout.Revisions.Revision;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// How a workload goes back to an earlier revision (`kubectl/pkg/polymorphichelpers/rollback.go`).
public sealed interface Undo {

    /// The change to make.
    record Change(Patch patch) implements Undo {}

    /// The workload has that template already.
    record Skipped(long revision) implements Undo {}

    /// It cannot be done.
    record Failed(String problem) implements Undo {}

    /// What a ReplicaSet and its Deployment each keep for themselves.
    Set<String> OWN = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            Revisions.REVISION,
            "deployment.kubernetes.io/revision-history",
            "deployment.kubernetes.io/desired-replicas",
            "deployment.kubernetes.io/max-replicas",
            "deprecated.deployment.rollback.to");

    JsonMapper JSON = JsonMapper.builder().build();

    /// What going back comes to.
    ///
    /// @param number the revision to go back to, 0 for the one before
    static Undo of(Cluster cluster, HasMetadata workload, long number) {
        if (workload instanceof Deployment deployment
                && Boolean.TRUE.equals(deployment.getSpec().getPaused())) {
            return new Failed("you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume'"
                    + " and try again");
        }
        Optional<Revision> wanted = revision(cluster, workload, number);
        if (wanted.isEmpty()) {
            return new Failed(missing(workload, number));
        }
        Revision revision = wanted.get();
        boolean same = PodTemplates.of(workload)
                .filter(revision.plainTemplate()::equals)
                .isPresent();
        return same ? new Skipped(number) : new Change(patch(workload, revision));
    }

    /// The revision that is meant; empty if there is none.
    ///
    /// @param number 0 for the one before
    static Optional<Revision> revision(Cluster cluster, HasMetadata workload, long number) {
        NavigableMap<Long, Revision> revisions = Revisions.of(cluster, workload);
        return number > 0
                ? Optional.ofNullable(revisions.get(number))
                : revisions.descendingMap().values().stream().skip(1).findFirst();
    }

    /// What is said where there is no such revision.
    static String missing(HasMetadata workload, long number) {
        if (number > 0) {
            return "unable to find specified revision " + number + " in history";
        }
        return workload instanceof Deployment
                ? "no rollout history found for deployment \""
                        + workload.getMetadata().getName() + "\""
                : "no last revision to roll back to";
    }

    private static Patch patch(HasMetadata workload, Revision revision) {
        Map<?, ?> template = JSON.convertValue(revision.plainTemplate(), Map.class);
        List<Map<String, Object>> steps = new ArrayList<>();
        steps.add(step("/spec/template", template));
        if (workload instanceof Deployment) {
            steps.add(step("/metadata/annotations", annotations(workload, revision)));
        }
        return new Patch(Patch.Type.JSON, JsonText.compact(steps));
    }

    private static Map<String, Object> step(String path, Object value) {
        // adding replaces what is there, and annotations perhaps are not
        return Map.of("op", "add", "path", path, "value", value);
    }

    private static Map<String, String> annotations(HasMetadata workload, Revision revision) {
        Map<String, String> annotations = new LinkedHashMap<>();
        Revisions.annotations(workload).forEach((key, value) -> {
            if (OWN.contains(key)) {
                annotations.put(key, value);
            }
        });
        Revisions.annotations(revision.holder()).forEach((key, value) -> {
            if (!OWN.contains(key)) {
                annotations.put(key, value);
            }
        });
        return annotations;
    }
}
