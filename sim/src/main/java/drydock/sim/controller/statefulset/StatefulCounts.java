package drydock.sim.controller.statefulset;

import drydock.sim.controller.Owners;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How many Pods a StatefulSet has, and of which sort (`stateful_set_control.go updateStatus`).
///
/// @param current of the current revision, neither made up nor going
/// @param updated of the update revision, in the same way
record StatefulCounts(int replicas, int ready, int available, int current, int updated) {

    /// @param replaced how many were deleted just now for being outdated
    static StatefulCounts of(
            StatefulSet set, List<Pod> pods, String current, String update, int replaced, Instant now) {
        int replicas = 0;
        int ready = 0;
        int available = 0;
        int ofCurrent = -replaced;
        int ofUpdate = 0;
        for (Pod pod : pods) {
            replicas += StatefulPods.isCreated(pod) ? 1 : 0;
            ready += StatefulPods.isRunningAndReady(pod) ? 1 : 0;
            available += StatefulPods.isRunningAndAvailable(set, pod, now) ? 1 : 0;
            if (StatefulPods.isCreated(pod) && !Owners.isDeleting(pod)) {
                ofCurrent += StatefulPods.revision(pod).equals(current) ? 1 : 0;
                ofUpdate += StatefulPods.revision(pod).equals(update) ? 1 : 0;
            }
        }
        return new StatefulCounts(replicas, ready, available, ofCurrent, ofUpdate);
    }

    /// The status that tells this; a rollout that is complete makes the update revision the current one.
    StatefulSetStatus status(StatefulSet set, String currentRevision, String updateRevision) {
        boolean complete =
                "RollingUpdate".equals(set.getSpec().getUpdateStrategy().getType())
                        && updated == replicas
                        && ready == replicas
                        && replicas == Objects.requireNonNullElse(set.getSpec().getReplicas(), 1);
        StatefulSetStatus status = new StatefulSetStatus();
        status.setObservedGeneration(set.getMetadata().getGeneration());
        status.setReplicas(replicas);
        status.setReadyReplicas(unlessZero(ready));
        status.setAvailableReplicas(available);
        status.setCurrentReplicas(unlessZero(complete ? updated : current));
        status.setUpdatedReplicas(unlessZero(updated));
        status.setCurrentRevision(complete ? updateRevision : currentRevision);
        status.setUpdateRevision(updateRevision);
        status.setCollisionCount(0);
        return status;
    }

    private static @Nullable Integer unlessZero(int count) {
        return count == 0 ? null : count;
    }
}
