package drydock.app.observe;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The newest of the events that a cluster tells. A server keeps them for an hour, of which a large cluster makes
/// hundreds of thousands; here the oldest go when there are more than so many.
public final class NewestEvents {

    /// So many events are known at most.
    public static final int MOST = 5_000;

    private static final Comparator<Place> OLDEST_FIRST =
            Comparator.comparing(Place::at).thenComparing(Place::id);

    private final int most;
    private final TreeMap<Place, Event> events = new TreeMap<>(OLDEST_FIRST);
    private final Map<ResourceId, Place> places = new HashMap<>();

    private record Place(Instant at, ResourceId id) {}

    public NewestEvents() {
        this(MOST);
    }

    NewestEvents(int most) {
        this.most = most;
    }

    /// The oldest first; a view.
    public Collection<Event> all() {
        return Collections.unmodifiableCollection(events.values());
    }

    /// Takes an event in place of the one that was known under its name.
    ///
    /// @return those that had to go for it; the event itself, where it is older than all
    public List<Event> put(Event event) {
        Place place = new Place(EventTime.of(event), ResourceId.of(event));
        remove(place.id());
        places.put(place.id(), place);
        events.put(place, event);
        List<Event> gone = new ArrayList<>();
        while (events.size() > most) {
            Map.Entry<Place, Event> oldest = events.pollFirstEntry();
            places.remove(oldest.getKey().id());
            gone.add(oldest.getValue());
        }
        return gone;
    }

    /// Forgets one.
    ///
    /// @return what was known of it
    public Optional<Event> remove(ResourceId id) {
        return Optional.ofNullable(places.remove(id)).map(events::remove);
    }
}
