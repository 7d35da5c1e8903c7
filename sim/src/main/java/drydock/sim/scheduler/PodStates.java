package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.Objects;
import java.util.Set;

/// What the scheduler asks of a Pod's state.
final class PodStates {

    private static final Set<String> OVER = Set.of("Succeeded", "Failed");

    private PodStates() {}

    static boolean isBound(Pod pod) {
        String node = pod.getSpec().getNodeName();
        return node != null && !node.isEmpty();
    }

    /// Whether nothing of it runs any more, nor will.
    static boolean isOver(Pod pod) {
        return pod.getStatus() != null
                && OVER.contains(Objects.requireNonNullElse(pod.getStatus().getPhase(), ""));
    }

    /// Whether the Pod counts otherwise for others than it did: by its labels, by its being deleted, or by what it
    /// asks.
    static boolean countsOtherwise(Pod before, Pod after) {
        return !Objects.equals(
                        before.getMetadata().getLabels(), after.getMetadata().getLabels())
                || !Objects.equals(
                        before.getMetadata().getDeletionTimestamp(),
                        after.getMetadata().getDeletionTimestamp())
                || !before.getSpec().equals(after.getSpec())
                || isInfeasible(before) != isInfeasible(after);
    }

    /// Whether its node can never give what it asks for.
    static boolean isInfeasible(Pod pod) {
        if (pod.getStatus() != null) {
            for (PodCondition condition : pod.getStatus().getConditions()) {
                if ("PodResizePending".equals(condition.getType())) {
                    return "Infeasible".equals(condition.getReason());
                }
            }
        }
        return false;
    }
}
