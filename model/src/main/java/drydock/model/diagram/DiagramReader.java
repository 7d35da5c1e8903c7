package drydock.model.diagram;

import drydock.model.manifest.ProblemText;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Takes a diagram from the JSON of `drydock.json`. What does not fit is left out and told.
final class DiagramReader {

    /// A value that does not fit.
    record Misfit(JsonPointer place, ProblemText text) {}

    private final JsonNode root;
    private final List<Misfit> misfits = new ArrayList<>();

    DiagramReader(JsonNode root) {
        this.root = root;
    }

    List<Misfit> misfits() {
        return List.copyOf(misfits);
    }

    Diagram read() {
        List<Group> groups = new ArrayList<>();
        entries(
                "groups",
                (node, at) -> group(node, at)
                        .filter(g ->
                                isNew(g.id(), groups.stream().map(Group::id).toList(), at))
                        .ifPresent(groups::add));
        List<Note> notes = new ArrayList<>();
        entries(
                "notes",
                (node, at) -> note(node, at)
                        .filter(n -> isNew(n.id(), notes.stream().map(Note::id).toList(), at))
                        .ifPresent(notes::add));
        TreeSet<String> hidden = new TreeSet<>();
        entries("hiddenKinds", (node, at) -> string(node, at).ifPresent(hidden::add));
        return new Diagram(
                positions(),
                groups,
                notes,
                hidden,
                new TreeSet<>(objects("locked")),
                new TreeSet<>(objects("collapsed")),
                checks(),
                view());
    }

    /// The group that `node` holds; empty where it is none.
    static Optional<Group> group(JsonNode node) {
        return new DiagramReader(node).group(node, JsonPointer.empty());
    }

    /// The note that `node` holds; empty where it is none.
    static Optional<Note> note(JsonNode node) {
        return new DiagramReader(node).note(node, JsonPointer.empty());
    }

    private List<ResourceId> objects(String field) {
        List<ResourceId> objects = new ArrayList<>();
        entries(
                field,
                (node, at) -> string(node, at).flatMap(text -> id(text, at)).ifPresent(objects::add));
        return objects;
    }

    private SortedMap<ResourceId, Position> positions() {
        SortedMap<ResourceId, Position> positions = new TreeMap<>();
        JsonPointer at = JsonPointer.empty().appendProperty("positions");
        root.optional("positions").ifPresent(all -> {
            if (!all.isObject()) {
                misfit(at, "diagram.positions");
            }
            all.properties().forEach(entry -> {
                JsonPointer place = at.appendProperty(entry.getKey());
                Optional<ResourceId> id = id(entry.getKey(), place);
                Optional<Position> position = position(entry.getValue(), place);
                id.ifPresent(i -> position.ifPresent(p -> positions.put(i, p)));
            });
        });
        return positions;
    }

    private CheckSettings checks() {
        JsonPointer at = JsonPointer.empty().appendProperty("checks");
        JsonNode node = root.path("checks");
        if (!node.isMissingNode() && !node.isObject()) {
            misfit(at, "diagram.checks");
        }
        TreeSet<String> off = new TreeSet<>();
        entries(node, at, "off", (name, place) -> string(name, place).ifPresent(off::add));
        Optional<String> version =
                node.optional("kubernetesVersion").flatMap(v -> string(v, at.appendProperty("kubernetesVersion")));
        return new CheckSettings(off, version);
    }

    private Optional<LastView> view() {
        JsonPointer at = JsonPointer.empty().appendProperty("view");
        return root.optional("view").flatMap(node -> {
            Optional<String> name = string(node, "name", at);
            OptionalDouble zoom = number(node, "zoom", at, LastView::isZoom);
            Optional<Position> centre = position(node, at);
            return name.isPresent() && zoom.isPresent()
                    ? centre.map(c -> new LastView(name.get(), zoom.getAsDouble(), c))
                    : Optional.empty();
        });
    }

    private Optional<Group> group(JsonNode node, JsonPointer at) {
        Optional<String> id = string(node, "id", at);
        Optional<String> title = string(node, "title", at);
        TreeSet<ResourceId> members = new TreeSet<>();
        JsonPointer membersAt = at.appendProperty("members");
        int index = 0;
        for (JsonNode member : node.path("members").values()) {
            JsonPointer place = membersAt.appendIndex(index++);
            string(member, place).flatMap(text -> id(text, place)).ifPresent(members::add);
        }
        return id.flatMap(i -> title.map(t -> new Group(i, t, members)));
    }

    private Optional<Note> note(JsonNode node, JsonPointer at) {
        Optional<String> id = string(node, "id", at);
        Optional<String> text = string(node, "text", at);
        Optional<Position> position = position(node, at);
        OptionalDouble width = number(node, "width", at, Note::isLength);
        OptionalDouble height = number(node, "height", at, Note::isLength);
        if (id.isEmpty() || text.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        return position.map(p -> new Note(id.get(), text.get(), p, width.getAsDouble(), height.getAsDouble()));
    }

    private Optional<Position> position(JsonNode node, JsonPointer at) {
        OptionalDouble x = number(node, "x", at, Position::isCoordinate);
        OptionalDouble y = number(node, "y", at, Position::isCoordinate);
        return x.isPresent() && y.isPresent()
                ? Optional.of(new Position(x.getAsDouble(), y.getAsDouble()))
                : Optional.empty();
    }

    private OptionalDouble number(JsonNode node, String field, JsonPointer at, DoublePredicate fits) {
        JsonNode value = node.path(field);
        double number = value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
        if (fits.test(number)) {
            return OptionalDouble.of(number);
        }
        misfit(at, "diagram.number", field);
        return OptionalDouble.empty();
    }

    private Optional<String> string(JsonNode node, String field, JsonPointer at) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            misfit(at, "diagram.text", field);
        }
        return value.stringValueOpt();
    }

    private Optional<String> string(JsonNode node, JsonPointer at) {
        if (!node.isString()) {
            misfit(at, "diagram.isText");
        }
        return node.stringValueOpt();
    }

    private Optional<ResourceId> id(String text, JsonPointer at) {
        try {
            return Optional.of(ResourceId.parse(text));
        } catch (IllegalArgumentException e) {
            misfit(at, "diagram.id");
            return Optional.empty();
        }
    }

    private boolean isNew(String id, List<String> known, JsonPointer at) {
        if (known.contains(id)) {
            misfit(at, "diagram.twice", id);
        }
        return !known.contains(id);
    }

    private interface Entry {
        void read(JsonNode node, JsonPointer at);
    }

    private void entries(String field, Entry entry) {
        entries(root, JsonPointer.empty(), field, entry);
    }

    private void entries(JsonNode parent, JsonPointer parentAt, String field, Entry entry) {
        JsonPointer at = parentAt.appendProperty(field);
        parent.optional(field).ifPresent(all -> {
            if (!all.isArray()) {
                misfit(at, "diagram.array", field);
                return;
            }
            int index = 0;
            for (JsonNode node : all.values()) {
                entry.read(node, at.appendIndex(index++));
            }
        });
    }

    private void misfit(JsonPointer at, String key, Object... arguments) {
        misfits.add(new Misfit(at, ProblemText.of(key, arguments)));
    }
}
