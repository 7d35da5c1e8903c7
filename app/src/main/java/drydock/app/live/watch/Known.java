package drydock.app.live.watch;

import drydock.app.observe.NewestEvents;
import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a watch has told of so far, and what is new against it. Of events only the newest are known; what is older is
/// not told, and what had to go is no longer told of: it is for whoever listens to forget it, too.
final class Known {

    private final Map<ResourceId, HasMetadata> objects = new LinkedHashMap<>();
    private final NewestEvents events = new NewestEvents();
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
        return put(object);
    }

    /// The list is whole.
    List<ClusterEvent> endList() {
        List<ClusterEvent> gone = objects.entrySet().stream()
                .filter(entry -> !listed.contains(entry.getKey()))
                .<ClusterEvent>map(entry -> new ClusterEvent.Deleted(entry.getValue()))
                .toList();
        gone.forEach(each -> forget(((ClusterEvent.Deleted) each).object()));
        listed = new HashSet<>();
        return gone;
    }

    /// Takes an object as it is now, and says what is new; an event that is older than all that may be known is not
    /// taken.
    Optional<ClusterEvent> put(HasMetadata object) {
        if (object instanceof Event event && !isRoomFor(event)) {
            return Optional.empty();
        }
        HasMetadata before = objects.put(ResourceId.of(object), object);
        return Optional.of(before == null ? new ClusterEvent.Added(object) : new ClusterEvent.Modified(object));
    }

    private boolean isRoomFor(Event event) {
        List<Event> gone = events.put(event);
        gone.forEach(each -> objects.remove(ResourceId.of(each)));
        return !gone.contains(event);
    }

    Optional<ClusterEvent> gone(HasMetadata object) {
        return forget(object).map(_ -> new ClusterEvent.Deleted(object));
    }

    private Optional<HasMetadata> forget(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        if (object instanceof Event) {
            events.remove(id);
        }
        return Optional.ofNullable(objects.remove(id));
    }
}
