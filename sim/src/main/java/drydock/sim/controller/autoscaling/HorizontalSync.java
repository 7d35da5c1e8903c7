package drydock.sim.controller.autoscaling;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.controller.autoscaling.Calculation.Tolerance;
import drydock.sim.metrics.Usages;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatusBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatusBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One look at one autoscaler (`podautoscaler/horizontal.go reconcileAutoscaler`).
final class HorizontalSync {

    private final ApiServer api;
    private final Usages usages;
    private final HorizontalPodAutoscaler autoscaler;
    private final Memory memory;
    private final Instant now;
    private final HorizontalPodAutoscalerStatus status;

    HorizontalSync(ApiServer api, Usages usages, HorizontalPodAutoscaler autoscaler, Memory memory) {
        this.api = api;
        this.usages = usages;
        this.autoscaler = autoscaler;
        this.memory = memory;
        this.now = api.now();
        this.status = new HorizontalPodAutoscalerStatusBuilder(
                        Objects.requireNonNullElseGet(autoscaler.getStatus(), HorizontalPodAutoscalerStatus::new))
                .build();
    }

    /// What is scaled.
    ///
    /// @param replicas how many Pods it is to have
    private record Target(ResourceId id, int replicas, LabelSelector selector) {}

    /// A metric that says nothing, and why.
    private record Failed(MetricSpec metric, String words) {}

    void run() {
        Optional<Target> found = target();
        if (found.isEmpty()) {
            write();
            return;
        }
        Target target = found.get();
        condition(
                "AbleToScale",
                true,
                "SucceededGetScale",
                "the HPA controller was able to get the target's current scale");
        int current = target.replicas();
        memory.begin(current, now);
        int least = Objects.requireNonNullElse(spec().getMinReplicas(), 1);
        int most = spec().getMaxReplicas();
        if (current == 0 && least != 0) {
            condition(
                    "ScalingActive",
                    false,
                    "ScalingDisabled",
                    "scaling is disabled since the replica count of the target is zero");
            finish(current, 0, false, List.of());
        } else if (current > most) {
            scale(target, most, "Current number of replicas above Spec.MaxReplicas", List.of());
        } else if (current < least) {
            scale(target, least, "Current number of replicas below Spec.MinReplicas", List.of());
        } else {
            byMetrics(target, least, most);
        }
    }

    private HorizontalPodAutoscalerSpec spec() {
        return autoscaler.getSpec();
    }

    private Optional<Target> target() {
        CrossVersionObjectReference reference = spec().getScaleTargetRef();
        ResourceKind kind = Kinds.of(Objects.requireNonNullElse(reference.getApiVersion(), "v1"), reference.getKind());
        ResourceId id = ResourceId.of(kind, autoscaler.getMetadata().getNamespace(), reference.getName());
        Optional<Target> target = api.get(id).flatMap(object -> target(id, object));
        if (target.isEmpty()) {
            String problem = scaleOf(kind) + " \"" + reference.getName() + "\" not found";
            warn("FailedGetScale", problem);
            condition(
                    "AbleToScale",
                    false,
                    "FailedGetScale",
                    "the HPA controller was unable to get the target's current scale: " + problem);
        }
        return target;
    }

    /// The resource that the server does not find where there is nothing to scale, as each kind's registry
    /// calls it (`pkg/registry/…/storage.go ScaleREST`).
    private static String scaleOf(ResourceKind kind) {
        return switch (kind.kind()) {
            case "Deployment", "ReplicaSet" -> kind.plural() + "/scale." + kind.group();
            case "ReplicationController" -> kind.plural() + "/scale.autoscaling";
            default -> kind.plural() + (kind.group().isEmpty() ? "" : "." + kind.group());
        };
    }

    private static Optional<Target> target(ResourceId id, HasMetadata object) {
        return switch (object) {
            case Deployment d ->
                target(
                        id,
                        d.getSpec().getReplicas(),
                        LabelSelector.of(d.getSpec().getSelector()));
            case ReplicaSet s ->
                target(
                        id,
                        s.getSpec().getReplicas(),
                        LabelSelector.of(s.getSpec().getSelector()));
            case StatefulSet s ->
                target(
                        id,
                        s.getSpec().getReplicas(),
                        LabelSelector.of(s.getSpec().getSelector()));
            case ReplicationController c ->
                target(
                        id,
                        c.getSpec().getReplicas(),
                        LabelSelector.ofLabels(c.getSpec().getSelector()));
            default -> Optional.empty();
        };
    }

    private static Optional<Target> target(ResourceId id, @Nullable Integer replicas, LabelSelector selector) {
        return Optional.of(new Target(id, Objects.requireNonNullElse(replicas, 1), selector));
    }

    private void byMetrics(Target target, int least, int most) {
        int current = target.replicas();
        List<MetricStatus> seen = new ArrayList<>();
        Optional<Proposal> highest = propose(target, seen);
        if (highest.isEmpty()) {
            return;
        }
        Proposal proposal = highest.get();
        condition(
                "ScalingActive",
                true,
                "ValidMetricFound",
                "the HPA was able to successfully calculate a replica count from " + proposal.metric());
        int desired = normalized(current, proposal.replicas(), least, most);
        String reason =
                proposal.replicas() > current ? proposal.metric() + " above target" : "All metrics below target";
        if (desired == current) {
            finish(current, current, false, seen);
        } else {
            scale(target, desired, reason, seen);
        }
    }

    /// The highest that a metric asks for; empty if none says anything, or one that fails might have asked for more.
    private Optional<Proposal> propose(Target target, List<MetricStatus> seen) {
        List<Pod> pods = api.list(Query.in(Kinds.POD, target.id().namespace())).stream()
                .filter(target.selector()::matches)
                .map(Pod.class::cast)
                .toList();
        Optional<Proposal> highest = Optional.empty();
        List<String> failures = new ArrayList<>();
        Optional<Failed> failed = Optional.empty();
        for (MetricSpec metric : spec().getMetrics()) {
            try {
                Proposal proposal = Metric.of(metric).propose(target.replicas(), pods, usages, tolerance(), now);
                seen.add(proposal.status());
                highest =
                        highest.filter(h -> h.replicas() >= proposal.replicas()).or(() -> Optional.of(proposal));
            } catch (MetricException problem) {
                // the place of a metric that says nothing stays empty, so that all others keep theirs
                seen.add(new MetricStatusBuilder().withType("").build());
                failures.add(Metric.within(metric, problem.words()));
                warn(Metric.failure(metric), problem.words());
                failed = failed.or(() -> Optional.of(new Failed(metric, problem.words())));
            }
        }
        boolean useless =
                highest.isEmpty() || (!failures.isEmpty() && highest.get().replicas() < target.replicas());
        if (useless && failed.isPresent()) {
            tellFailure(target.replicas(), failed.get(), failures, seen);
            return Optional.empty();
        }
        return highest;
    }

    /// The status is written before the event is told (`reconcileAutoscaler`).
    private void tellFailure(int current, Failed first, List<String> failures, List<MetricStatus> seen) {
        condition(
                "ScalingActive",
                false,
                Metric.failure(first.metric()),
                "the HPA was unable to compute the replica count: " + first.words());
        status.setCurrentReplicas(current);
        status.setCurrentMetrics(seen);
        write();
        warn(
                "FailedComputeMetricsReplicas",
                "invalid metrics (" + failures.size() + " invalid out of "
                        + spec().getMetrics().size() + "), first error is: " + failures.getFirst());
    }

    private Tolerance tolerance() {
        HorizontalPodAutoscalerBehavior behavior = spec().getBehavior();
        return behavior == null
                ? Tolerance.USUAL
                : new Tolerance(
                        tolerance(behavior.getScaleDown(), Tolerance.USUAL.down()),
                        tolerance(behavior.getScaleUp(), Tolerance.USUAL.up()));
    }

    private static double tolerance(@Nullable HPAScalingRules rules, double usual) {
        return rules == null || rules.getTolerance() == null
                ? usual
                : Quantities.exact(rules.getTolerance()).doubleValue();
    }

    private int normalized(int current, int desired, int least, int most) {
        HorizontalPodAutoscalerBehavior behavior = spec().getBehavior();
        int stable =
                behavior == null ? memory.stabilized(desired, now) : memory.stabilized(current, desired, behavior, now);
        if (stable == desired) {
            condition("AbleToScale", true, "ReadyForNewScale", "recommended size matches current size");
        } else if (behavior != null && desired >= current) {
            condition(
                    "AbleToScale",
                    true,
                    "ScaleUpStabilized",
                    "recent recommendations were lower than current one, applying the lowest recent recommendation");
        } else {
            condition(
                    "AbleToScale",
                    true,
                    "ScaleDownStabilized",
                    "recent recommendations were higher than current one, applying the highest recent recommendation");
        }
        Limit limit = behavior == null
                ? Memory.bounded(current, stable, least, most)
                : memory.bounded(current, stable, least, most, behavior, now);
        condition("ScalingLimited", limit.replicas() != stable, limit.reason(), limit.message());
        return limit.replicas();
    }

    private void scale(Target target, int desired, String reason, List<MetricStatus> seen) {
        int current = target.replicas();
        try {
            api.scale(target.id(), desired);
        } catch (ClusterException refused) {
            warn("FailedRescale", "New size: " + desired + "; reason: " + reason + "; error: " + refused.getMessage());
            condition(
                    "AbleToScale",
                    false,
                    "FailedUpdateScale",
                    "the HPA controller was unable to update the target scale: " + refused.getMessage());
            status.setCurrentReplicas(current);
            write();
            return;
        }
        condition(
                "AbleToScale",
                true,
                "SucceededRescale",
                "the HPA controller was able to update the target scale to " + desired);
        api.record(autoscaler, "Normal", "SuccessfulRescale", "New size: " + desired + "; reason: " + reason, "");
        memory.scaled(current, desired, now);
        finish(current, desired, true, seen);
    }

    private void finish(int current, int desired, boolean scaled, List<MetricStatus> seen) {
        status.setCurrentReplicas(current);
        status.setDesiredReplicas(desired);
        status.setCurrentMetrics(seen);
        if (scaled) {
            status.setLastScaleTime(Times.seconds(now));
        }
        write();
    }

    private void condition(String type, boolean value, String reason, String message) {
        String text = value ? "True" : "False";
        List<HorizontalPodAutoscalerCondition> conditions = new ArrayList<>(status.getConditions());
        HorizontalPodAutoscalerCondition condition = new HorizontalPodAutoscalerCondition();
        condition.setType(type);
        condition.setStatus(text);
        condition.setReason(reason);
        condition.setMessage(message);
        condition.setLastTransitionTime(Times.seconds(now));
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).getType().equals(type)) {
                if (conditions.get(i).getStatus().equals(text)) {
                    condition.setLastTransitionTime(conditions.get(i).getLastTransitionTime());
                }
                conditions.set(i, condition);
                status.setConditions(conditions);
                return;
            }
        }
        conditions.add(condition);
        status.setConditions(conditions);
    }

    private void warn(String reason, String message) {
        api.record(autoscaler, "Warning", reason, message, "");
    }

    private void write() {
        if (!status.equals(autoscaler.getStatus())) {
            api.replaceStatus(new HorizontalPodAutoscaler(
                    autoscaler.getApiVersion(),
                    autoscaler.getKind(),
                    autoscaler.getMetadata(),
                    autoscaler.getSpec(),
                    status));
        }
    }
}
