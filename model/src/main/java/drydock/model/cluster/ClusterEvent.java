package drydock.model.cluster;

import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;

/// What a watch tells.
public sealed interface ClusterEvent {

    /// An object that was there at the start, or came into being.
    record Added(HasMetadata object) implements ClusterEvent {}

    /// An object changed; `object` is what it is now.
    record Modified(HasMetadata object) implements ClusterEvent {}

    /// An object is gone; `object` is what it was last.
    record Deleted(HasMetadata object) implements ClusterEvent {}

    /// All that was there at the start has been told.
    record Synced(ResourceKind kind) implements ClusterEvent {}

    /// Nothing more is known of `kind` until [Resumed]: what was told is as old as `since`.
    ///
    /// @param since when the cluster was last known to answer
    record Interrupted(ResourceKind kind, Instant since, String message) implements ClusterEvent {}

    /// What is known of `kind` is current again.
    record Resumed(ResourceKind kind) implements ClusterEvent {}

    /// The server will not show this kind (403), or does not have it (404); nothing more will be told.
    record Refused(ResourceKind kind, int code, String message) implements ClusterEvent {}
}
