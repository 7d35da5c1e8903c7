package drydock.sim.store;

import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.HasMetadata;

/// What a watch of one kind tells, as it goes over the wire.
public sealed interface WatchEvent {

    record Added(HasMetadata object) implements WatchEvent {}

    record Modified(HasMetadata object) implements WatchEvent {}

    record Deleted(HasMetadata object) implements WatchEvent {}

    /// All up to `version` has been told.
    ///
    /// @param initialEventsEnd whether this is the end of what was there at the start
    record Bookmark(String version, boolean initialEventsEnd) implements WatchEvent {}

    /// The watch is over because its time is; another can go on from the last version.
    record Ended() implements WatchEvent {}

    /// The watch is over because it is refused.
    record Failed(ClusterException refusal) implements WatchEvent {}
}
