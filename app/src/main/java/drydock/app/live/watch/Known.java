package drydock.app.live.watch;

import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a watch has told of so far, and what is new against it.
final class Known {

    private final Map<ResourceId, HasMetadata> objects = new LinkedHashMap<>();
    private Set<ResourceId> listed = new HashSet<>();

    Collection<HasMetadata> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /// A list begins: what it does not hold is gone.
    void beginList() {
        listed = new HashSet<>();
    }

    /// An object of a list. A server that was set back may hold another object under the same version, so the whole
    /// object is compared.
    Optional<ClusterEvent> listed(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        listed.add(id);
        HasMetadata before = objects.get(id);
        if (object.equals(before)) {
            return Optional.empty();
        }
        objects.put(id, object);
        return Optional.of(before == null ? new ClusterEvent.Added(object) : new ClusterEvent.Modified(object));
    }

    /// The list is whole.
    List<ClusterEvent> endList() {
        List<ClusterEvent> gone = objects.entrySet().stream()
                .filter(entry -> !listed.contains(entry.getKey()))
                .<ClusterEvent>map(entry -> new ClusterEvent.Deleted(entry.getValue()))
                .toList();
        objects.keySet().retainAll(listed);
        listed = new HashSet<>();
        return gone;
    }

    ClusterEvent put(HasMetadata object) {
        HasMetadata before = objects.put(ResourceId.of(object), object);
        return before == null ? new ClusterEvent.Added(object) : new ClusterEvent.Modified(object);
    }

    Optional<ClusterEvent> gone(HasMetadata object) {
        return Optional.ofNullable(objects.remove(ResourceId.of(object))).map(_ -> new ClusterEvent.Deleted(object));
    }
}
