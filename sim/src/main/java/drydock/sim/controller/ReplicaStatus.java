package drydock.sim.controller;

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

    /// @param counts of the Pods that count
    /// @param leaving those that are being deleted and have not ended
    static ReplicaStatus of(ReplicaOwner owner, ReplicaCounts counts, int leaving, Optional<Failure> failure) {
        long generation =
                Objects.requireNonNullElse(owner.object().getMetadata().getGeneration(), 0L);
        return new ReplicaStatus(
                counts.replicas(),
                counts.fullyLabeled(),
                counts.ready(),
                counts.available(),
                leaving,
                generation,
                failure);
    }
}
