package drydock.sim.store;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;

/// What the API server does with an object before it stores it: fill in, allocate, refuse.
public interface Admission {

    /// Is told once, before all else, where to look what is there.
    default void begin(Present present) {}

    /// An object that is to be created, as it is to be stored.
    ///
    /// @throws drydock.model.cluster.ClusterException if it is refused
    HasMetadata onCreate(ResourceId id, HasMetadata object);

    /// An object that is to take the place of another, as it is to be stored.
    ///
    /// @throws drydock.model.cluster.ClusterException if it is refused
    HasMetadata onUpdate(ResourceId id, HasMetadata before, HasMetadata object);

    /// An object whose resources are to be others, through its subresource `resize`.
    ///
    /// @throws drydock.model.cluster.ClusterException if it is refused
    default HasMetadata onResize(ResourceId id, HasMetadata before, HasMetadata object) {
        return onUpdate(id, before, object);
    }

    /// An object that is to get ephemeral containers, through its subresource `ephemeralcontainers`.
    ///
    /// @throws drydock.model.cluster.ClusterException if it is refused
    default HasMetadata onEphemeralContainers(ResourceId id, HasMetadata before, HasMetadata object) {
        return onUpdate(id, before, object);
    }

    /// An object that is there when the server begins, as it is to be stored: it is filled in and not judged.
    default HasMetadata onFound(ResourceId id, HasMetadata object) {
        return object;
    }

    /// Whether the status of `object` is written apart from the rest.
    default boolean hasStatus(HasMetadata object) {
        return true;
    }

    /// An object is gone: what was allocated for it is free again.
    void onDeleted(ResourceId id, HasMetadata object);

    /// An update that was let through is not to be, after all: what was allocated is as before.
    void onUndone(ResourceId id, HasMetadata before, HasMetadata after);

    /// Lets everything through as it is.
    Admission NONE = new Admission() {
        @Override
        public HasMetadata onCreate(ResourceId id, HasMetadata object) {
            return object;
        }

        @Override
        public HasMetadata onUpdate(ResourceId id, HasMetadata before, HasMetadata object) {
            return object;
        }

        @Override
        public void onDeleted(ResourceId id, HasMetadata object) {}

        @Override
        public void onUndone(ResourceId id, HasMetadata before, HasMetadata after) {}
    };
}
