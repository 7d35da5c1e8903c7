package drydock.sim.controller;

import drydock.model.topology.PodTemplates;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How many Pods a ReplicaSet has, and of which sort (`pkg/controller/replicaset/replica_set_utils.go`).
///
/// @param terminating Pods that are on their way out, which are not among the replicas
/// @param failure why the last Pod could not be made or deleted
record ReplicaStatus(
        int replicas,
        int fullyLabeled,
        int ready,
        int available,
        int terminating,
        long observedGeneration,
        Optional<Failure> failure) {

    /// What went wrong.
    ///
    /// @param reason `FailedCreate` or `FailedDelete`
    record Failure(String reason, String message, String since) {}

    /// @param pods those that count
    /// @param leaving those that are being deleted and have not ended
    @SuppressWarnings("ReferenceEquality") // what is the same map need not be compared again
    static ReplicaStatus of(
            ReplicaOwner owner, Collection<Pod> pods, int leaving, Optional<Failure> failure, Instant now) {
        Map<String, String> labels = PodTemplates.labels(owner.template());
        // those of one template mostly have the very same map
        Map<String, String> labeled = null;
        int fullyLabeled = 0;
        int ready = 0;
        int available = 0;
        for (Pod pod : pods) {
            Map<String, String> has =
                    Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
            if (has == labeled || has.entrySet().containsAll(labels.entrySet())) {
                fullyLabeled++;
                labeled = has;
            }
            if (Pods.isReady(pod)) {
                ready++;
                available +=
                        owner.minReadySeconds() == 0 || Pods.isAvailable(pod, owner.minReadySeconds(), now) ? 1 : 0;
            }
        }
        long generation =
                Objects.requireNonNullElse(owner.object().getMetadata().getGeneration(), 0L);
        return new ReplicaStatus(pods.size(), fullyLabeled, ready, available, leaving, generation, failure);
    }
}
