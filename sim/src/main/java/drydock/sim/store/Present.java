package drydock.sim.store;

import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What is there at this moment, to read only.
public interface Present {

    Optional<HasMetadata> get(ResourceId id);

    /// The objects of a kind in a namespace, or in all where that is empty, by namespace and name.
    Collection<HasMetadata> list(ResourceKind kind, String namespace);

    /// Nothing is there.
    Present NOTHING = new Present() {
        @Override
        public Optional<HasMetadata> get(ResourceId id) {
            return Optional.empty();
        }

        @Override
        public Collection<HasMetadata> list(ResourceKind kind, String namespace) {
            return List.of();
        }
    };
}
