package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The events of an object, those seen last at the end (`describe.go DescribeEvents`).
final class EventLines {

    private EventLines() {}

    static void of(Lines lines, Cluster cluster, HasMetadata about) {
        List<Event> events = events(cluster, about);
        if (events.isEmpty()) {
            lines.field(0, "Events", Lines.NONE);
            return;
        }
        lines.line(0, "Events:");
        lines.line(1, "Type", "Reason", "Age", "From", "Message");
        lines.line(1, "----", "------", "----", "----", "-------");
        for (Event event : events) {
            String source =
                    event.getSource() == null ? "" : text(event.getSource().getComponent());
            lines.line(
                    1,
                    event.getType(),
                    event.getReason(),
                    age(event, cluster.now()),
                    source.isEmpty() ? text(event.getReportingComponent()) : source,
                    message(event));
        }
    }

    /// The kubelet names a node by its name where others give its UID, so both are asked for.
    private static List<Event> events(Cluster cluster, HasMetadata about) {
        String name = about.getMetadata().getName();
        Set<String> uids = "Node".equals(about.getKind())
                ? Set.copyOf(List.of(text(about.getMetadata().getUid()), name))
                : Set.of(text(about.getMetadata().getUid()));
        Query query = new Query(
                Kinds.EVENT,
                text(about.getMetadata().getNamespace()),
                "",
                "involvedObject.name=" + name + ",involvedObject.kind=" + about.getKind());
        return cluster.list(query).stream()
                .map(Event.class::cast)
                .filter(event -> uids.contains(text(event.getInvolvedObject().getUid())))
                .sorted(Comparator.comparing(event -> text(event.getLastTimestamp())))
                .toList();
    }

    private static String age(Event event, Instant now) {
        String first = event.getEventTime() != null && event.getEventTime().getTime() != null
                ? event.getEventTime().getTime()
                : event.getFirstTimestamp();
        String sinceFirst = Ages.since(first, now);
        if (event.getSeries() != null) {
            String last = event.getSeries().getLastObservedTime() == null
                    ? null
                    : event.getSeries().getLastObservedTime().getTime();
            return Ages.since(last, now) + " (x" + event.getSeries().getCount() + " over " + sinceFirst + ")";
        }
        int count = Objects.requireNonNullElse(event.getCount(), 0);
        return count > 1
                ? Ages.since(event.getLastTimestamp(), now) + " (x" + count + " over " + sinceFirst + ")"
                : sinceFirst;
    }

    private static String message(Event event) {
        String message = text(event.getMessage()).strip();
        String path = text(event.getInvolvedObject().getFieldPath());
        return path.isEmpty() ? message : path + ": " + message;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
