package drydock.app.observe;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What an `Event` says, whichever of its two ages wrote it.
public final class EventTime {

    private EventTime() {}

    /// When it happened last.
    public static Instant of(Event event) {
        return Stream.of(
                        event.getSeries() == null || event.getSeries().getLastObservedTime() == null
                                ? null
                                : event.getSeries().getLastObservedTime().getTime(),
                        event.getLastTimestamp(),
                        event.getEventTime() == null
                                ? null
                                : event.getEventTime().getTime(),
                        event.getFirstTimestamp(),
                        event.getMetadata().getCreationTimestamp())
                .filter(Objects::nonNull)
                .flatMap(text -> instant(text).stream())
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    /// What it is about.
    public static Optional<ResourceId> object(Event event) {
        ObjectReference about = event.getInvolvedObject();
        if (about == null || about.getName() == null) {
            return Optional.empty();
        }
        String version = about.getApiVersion() == null ? "v1" : about.getApiVersion();
        return Kinds.named(version, about.getKind())
                .map(kind -> ResourceId.of(
                        kind,
                        kind.namespaced() ? Objects.requireNonNullElse(about.getNamespace(), "") : "",
                        about.getName()));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
