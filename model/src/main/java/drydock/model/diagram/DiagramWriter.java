package drydock.model.diagram;

import drydock.model.resource.ResourceId;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts a changed diagram into the JSON it was read from. Only what changed is touched: fields that Drydock
/// does not know stay where they are, at every level; new positions come in the order of their names.
final class DiagramWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode root;

    private DiagramWriter(ObjectNode root) {
        this.root = root;
    }

    /// The JSON of `after`, given that `source` is the JSON of `before`.
    static ObjectNode write(ObjectNode source, Diagram before, Diagram after) {
        DiagramWriter writer = new DiagramWriter(source.deepCopy());
        if (!source.has("formatVersion")) {
            writer.root.put("formatVersion", DiagramFile.FORMAT_VERSION);
        }
        if (!before.view().equals(after.view())) {
            writer.view(after.view());
        }
        if (!before.hiddenKinds().equals(after.hiddenKinds())) {
            after.hiddenKinds().forEach(writer.root.putArray("hiddenKinds")::add);
        }
        if (!before.locked().equals(after.locked())) {
            writer.objects("locked", after.locked());
        }
        if (!before.collapsed().equals(after.collapsed())) {
            writer.objects("collapsed", after.collapsed());
        }
        if (!before.checks().equals(after.checks())) {
            writer.checks(before.checks(), after.checks());
        }
        if (!before.positions().equals(after.positions())) {
            writer.positions(before.positions(), after.positions());
        }
        if (!before.groups().equals(after.groups())) {
            writer.entries("groups", after.groups(), Group::id, DiagramReader::group, DiagramWriter::setGroup);
        }
        if (!before.notes().equals(after.notes())) {
            writer.entries("notes", after.notes(), Note::id, DiagramReader::note, DiagramWriter::setNote);
        }
        return writer.root;
    }

    private void objects(String field, Collection<ResourceId> objects) {
        ArrayNode names = root.putArray(field);
        objects.stream()
                .filter(DiagramWriter::isReadable)
                .map(ResourceId::toString)
                .forEach(names::add);
    }

    private void checks(CheckSettings before, CheckSettings after) {
        ObjectNode node = object(root, "checks");
        if (!before.off().equals(after.off())) {
            after.off().forEach(node.putArray("off")::add);
        }
        if (!before.kubernetesVersion().equals(after.kubernetesVersion())) {
            after.kubernetesVersion()
                    .ifPresentOrElse(v -> node.put("kubernetesVersion", v), () -> node.remove("kubernetesVersion"));
        }
    }

    private void view(Optional<LastView> view) {
        view.ifPresentOrElse(
                v -> {
                    ObjectNode node = object(root, "view");
                    node.put("name", v.name());
                    setNumber(node, "zoom", v.zoom());
                    setPosition(node, v.centre());
                },
                () -> root.remove("view"));
    }

    private void positions(SortedMap<ResourceId, Position> before, SortedMap<ResourceId, Position> after) {
        ObjectNode all = object(root, "positions");
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> all.remove(id.toString()));
        SortedMap<String, Position> added = new TreeMap<>();
        after.forEach((id, position) -> {
            if (all.path(id.toString()) instanceof ObjectNode node) {
                setPosition(node, position);
            } else if (isReadable(id)) {
                added.put(id.toString(), position);
            }
        });
        insert(all, added);
    }

    /// Adds the new positions, each before the first name that follows it.
    private static void insert(ObjectNode all, SortedMap<String, Position> added) {
        Deque<Map.Entry<String, Position>> waiting = new ArrayDeque<>(added.entrySet());
        List<Map.Entry<String, JsonNode>> old = new ArrayList<>();
        all.properties().forEach(e -> old.add(Map.entry(e.getKey(), e.getValue())));
        all.removeAll();
        for (Map.Entry<String, JsonNode> entry : old) {
            while (!waiting.isEmpty() && waiting.peek().getKey().compareTo(entry.getKey()) < 0) {
                putPosition(all, waiting.remove());
            }
            all.set(entry.getKey(), entry.getValue());
        }
        waiting.forEach(entry -> putPosition(all, entry));
    }

    private static void putPosition(ObjectNode all, Map.Entry<String, Position> entry) {
        setPosition(all.putObject(entry.getKey()), entry.getValue());
    }

    /// Writes the entries of a list. Each takes its old node along; a node that could not be read stays in
    /// its place.
    private <T> void entries(
            String field,
            List<T> after,
            Function<T, String> id,
            Function<JsonNode, Optional<T>> read,
            BiConsumer<ObjectNode, T> set) {
        Collection<JsonNode> old = root.path(field).values();
        Map<String, ObjectNode> known = new HashMap<>();
        for (JsonNode node : old) {
            if (node instanceof ObjectNode object) {
                read.apply(node).ifPresent(entry -> known.putIfAbsent(id.apply(entry), object));
            }
        }
        ArrayNode written = NODES.arrayNode();
        Deque<T> waiting = new ArrayDeque<>(after);
        Runnable next = () -> {
            T entry = waiting.remove();
            ObjectNode node = known.getOrDefault(id.apply(entry), NODES.objectNode());
            set.accept(node, entry);
            written.add(node);
        };
        for (JsonNode node : old) {
            if (!known.containsValue(node)) {
                written.add(node);
            } else if (!waiting.isEmpty()) {
                next.run();
            }
        }
        while (!waiting.isEmpty()) {
            next.run();
        }
        root.set(field, written);
    }

    private static void setGroup(ObjectNode node, Group group) {
        node.put("id", group.id());
        node.put("title", group.title());
        ArrayNode members = node.putArray("members");
        group.members().stream()
                .filter(DiagramWriter::isReadable)
                .map(ResourceId::toString)
                .forEach(members::add);
    }

    private static void setNote(ObjectNode node, Note note) {
        node.put("id", note.id());
        node.put("text", note.text());
        setPosition(node, note.position());
        setNumber(node, "width", note.width());
        setNumber(node, "height", note.height());
    }

    private static void setPosition(ObjectNode node, Position position) {
        setNumber(node, "x", position.x());
        setNumber(node, "y", position.y());
    }

    /// Leaves a number that says the same as it is written.
    private static void setNumber(ObjectNode node, String field, double value) {
        if (node.path(field).doubleValue(Double.NaN) == value) {
            return;
        }
        if (value == Math.rint(value) && Math.abs(value) <= Position.LIMIT) {
            node.put(field, (long) value);
        } else {
            node.put(field, BigDecimal.valueOf(value));
        }
    }

    private static ObjectNode object(ObjectNode parent, String field) {
        return parent.path(field) instanceof ObjectNode object ? object : parent.putObject(field);
    }

    /// An object with a slash in its name is invalid; its place is not kept, since no reader could tell it.
    private static boolean isReadable(ResourceId id) {
        return id.toString().chars().filter(c -> c == '/').count() == 2
                && !id.kind().contains(".");
    }
}
