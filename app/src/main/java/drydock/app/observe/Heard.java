package drydock.app.observe;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a cluster has said of its objects lately (`Event`), and of which of them it warns.
final class Heard {

    private final NewestEvents events = new NewestEvents();
    private final Map<ResourceId, Event> warnings = new HashMap<>();

    /// The events, the oldest first; a view.
    Collection<Event> events() {
        return events.all();
    }

    /// The last warning about an object since `since`, if there is one.
    Optional<Event> warning(ResourceId object, Instant since) {
        return Optional.ofNullable(warnings.get(object))
                .filter(event -> !EventTime.of(event).isBefore(since));
    }

    /// The objects that the cluster has warned of since `since`.
    Set<ResourceId> warnedOf(Instant since) {
        return warnings.entrySet().stream()
                .filter(warning -> !EventTime.of(warning.getValue()).isBefore(since))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void hear(Event event) {
        List<Event> gone = events.put(event);
        gone.forEach(this::unwarn);
        if (gone.contains(event)) {
            return;
        }
        if ("Warning".equals(event.getType())) {
            EventTime.object(event)
                    .ifPresent(object -> warnings.merge(
                            object,
                            event,
                            (before, now) -> EventTime.of(now).isBefore(EventTime.of(before)) ? before : now));
        }
    }

    void forget(Event event) {
        events.remove(ResourceId.of(event));
        unwarn(event);
    }

    private void unwarn(Event event) {
        ResourceId id = ResourceId.of(event);
        EventTime.object(event)
                .filter(warnings::containsKey)
                .filter(about -> ResourceId.of(warnings.get(about)).equals(id))
                .ifPresent(warnings::remove);
    }

    /// A warning goes with its object: one that was made anew under the name has done nothing yet.
    void gone(ResourceId object) {
        warnings.remove(object);
    }
}
