package drydock.sim.store;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One change of one object, as the store remembers it.
///
/// @param version the resourceVersion that the change made
/// @param atNanos when, in virtual nanoseconds since the start
/// @param component who made it, as `replication-controller`
/// @param cause the version of the change that the component was reacting to; 0 where it reacted to none
/// @param before the object before, null if it was created
/// @param after the object after, null if it was deleted
public record Change(
        long version,
        long atNanos,
        String component,
        long cause,
        ResourceId object,
        @Nullable HasMetadata before,
        @Nullable HasMetadata after) {

    /// The object as it was last: after the change, or before it was deleted.
    public HasMetadata last() {
        HasMetadata last = after == null ? before : after;
        if (last == null) {
            throw new IllegalStateException("a change from nothing to nothing: " + object);
        }
        return last;
    }

    public Optional<HasMetadata> now() {
        return Optional.ofNullable(after);
    }
}
