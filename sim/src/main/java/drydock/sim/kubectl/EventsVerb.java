package drydock.sim.kubectl;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// `events`: what happened, the latest at the end (`kubectl/pkg/cmd/events/events.go`).
final class EventsVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.ALL_NAMESPACES, Flag.NO_HEADERS, Flag.OUTPUT, Flag.text("--for"), Flag.text("--types"));
    }

    @Override
    public List<String> usage() {
        return List.of("events [--for TYPE/NAME] [--types=Normal,Warning]");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        boolean everywhere = arguments.isOn("--all-namespaces");
        Query query = everywhere ? Query.all(Kinds.EVENT) : Query.in(Kinds.EVENT, command.namespace());
        Optional<ResourceId> about = arguments.flag("--for").map(text -> about(command, text));
        Set<String> types = Set.copyOf(
                List.of(arguments.flag("--types").map(t -> t.split(",", -1)).orElse(new String[0])));
        List<Event> events = command.cluster().list(query).stream()
                .map(Event.class::cast)
                .filter(event -> about.isEmpty() || isAbout(event, about.get()))
                .filter(event ->
                        types.isEmpty() || types.stream().anyMatch(type -> type.equalsIgnoreCase(event.getType())))
                .sorted(Comparator.comparing(EventsVerb::last))
                .toList();
        String output = arguments.flag("--output").orElse("");
        if (!output.isEmpty()) {
            command.out().accept(Printing.of(command, output, new ArrayList<>(events), false));
        } else if (events.isEmpty()) {
            command.printError(
                    everywhere ? "No events found." : "No events found in " + command.namespace() + " namespace.");
        } else {
            table(command, events)
                    .lines(everywhere, !arguments.isOn("--no-headers"))
                    .forEach(command::print);
        }
        command.done().accept(0);
    }

    private static ResourceId about(Invocation command, String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || parts[1].isEmpty()) {
            throw new CommandFailure("error: --for must be in resource/name form");
        }
        return command.id(command.kind(parts[0]), parts[1]);
    }

    private static boolean isAbout(Event event, ResourceId about) {
        return about.kind().equals(event.getInvolvedObject().getKind())
                && about.name().equals(event.getInvolvedObject().getName());
    }

    private static Table table(Invocation command, List<Event> events) {
        List<List<String>> rows = events.stream()
                .map(event -> List.of(
                        age(command, event),
                        text(event.getType()),
                        text(event.getReason()),
                        // the kind as it is written, as this command prints it
                        event.getInvolvedObject().getKind() + "/"
                                + event.getInvolvedObject().getName(),
                        text(event.getMessage()).strip()))
                .toList();
        return new Table(
                List.of("LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"),
                rows,
                events.stream().map(e -> text(e.getMetadata().getNamespace())).toList());
    }

    /// When it happened last, and how often since when.
    private static String age(Invocation command, Event event) {
        int count = Objects.requireNonNullElse(event.getCount(), 0);
        String last = Ages.since(last(event), command.cluster().now());
        return count > 1
                ? last + " (x" + count + " over "
                        + Ages.since(
                                event.getFirstTimestamp(), command.cluster().now()) + ")"
                : last;
    }

    private static String last(Event event) {
        if (event.getLastTimestamp() != null) {
            return event.getLastTimestamp();
        }
        return event.getEventTime() != null && event.getEventTime().getTime() != null
                ? event.getEventTime().getTime()
                : text(event.getMetadata().getCreationTimestamp());
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
