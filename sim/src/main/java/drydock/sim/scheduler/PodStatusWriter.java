package drydock.sim.scheduler;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the scheduler writes of Pods: that none can take it, on which node room is made, and who has to go.
final class PodStatusWriter {

    private final ApiServer api;

    PodStatusWriter(ApiServer api) {
        this.api = api;
    }

    /// Writes that `pod` found no node, and where room is made for it (empty: nowhere).
    ///
    /// @throws ClusterException if the Pod has changed or gone meanwhile
    void unschedulable(Pod pod, String message, String nominated) {
        boolean known = Objects.requireNonNullElse(pod.getStatus().getNominatedNodeName(), "")
                        .equals(nominated)
                && pod.getStatus().getConditions().stream()
                        .anyMatch(c -> "PodScheduled".equals(c.getType())
                                && "Unschedulable".equals(c.getReason())
                                && message.equals(c.getMessage()));
        if (!known) {
            write(pod, "PodScheduled", "False", "Unschedulable", message, nominated);
        }
        api.record(pod, "Warning", "FailedScheduling", message, "");
    }

    /// Takes back that room was to be made for `pod`.
    void notNominated(PodInfo pod) {
        current(pod)
                .ifPresent(p -> api.replaceStatus(new PodBuilder(p)
                        .editStatus()
                        .withNominatedNodeName(null)
                        .endStatus()
                        .build()));
    }

    /// Ends `victim` for `pod`.
    void preempt(PodInfo victim, Pod pod, String node) {
        try {
            Optional<Pod> current = current(victim).filter(p -> p.getMetadata().getDeletionTimestamp() == null);
            if (current.isEmpty()) {
                return;
            }
            write(
                    current.get(),
                    "DisruptionTarget",
                    "True",
                    "PreemptionByScheduler",
                    pod.getSpec().getSchedulerName() + ": preempting to accommodate a higher priority pod",
                    Objects.requireNonNullElse(current.get().getStatus().getNominatedNodeName(), ""));
            api.delete(victim.id(), Deletion.DEFAULT);
            api.record(
                    current.get(),
                    "Normal",
                    "Preempted",
                    "Preempted by pod " + pod.getMetadata().getUid() + " on node " + node,
                    "");
        } catch (ClusterException gone) {
            // it left by itself meanwhile, or will be a victim again at the next try
            return;
        }
    }

    private Optional<Pod> current(PodInfo pod) {
        Optional<HasMetadata> found = api.get(pod.id());
        return found.map(Pod.class::cast);
    }

    private void write(Pod pod, String type, String status, String reason, String message, String nominated) {
        List<PodCondition> conditions = new ArrayList<>(pod.getStatus().getConditions());
        Optional<PodCondition> old =
                conditions.stream().filter(c -> type.equals(c.getType())).findFirst();
        PodCondition now = new PodConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .withObservedGeneration(pod.getMetadata().getGeneration())
                .withLastTransitionTime(old.filter(c -> status.equals(c.getStatus()))
                        .map(PodCondition::getLastTransitionTime)
                        .orElseGet(() -> Times.seconds(api.now())))
                .build();
        int place = old.map(conditions::indexOf).orElse(conditions.size());
        if (place < conditions.size()) {
            conditions.set(place, now);
        } else {
            conditions.add(now);
        }
        api.replaceStatus(new PodBuilder(pod)
                .editStatus()
                .withConditions(conditions)
                .withNominatedNodeName(nominated.isEmpty() ? null : nominated)
                .endStatus()
                .build());
    }
}
