package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Entry;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lists of objects as kubectl takes them apart: also those within others
/// (`cli-runtime/pkg/resource/visitor.go FlattenListVisitor`); items of a document's own list that say neither
/// `apiVersion` nor `kind` have those of the list, as those of a `PodList`
/// (`apimachinery/pkg/apis/meta/v1/unstructured/helpers.go decodeToList`).
final class ObjectLists {

    private static final String LIST = "List";
    private static final String VERSION = "apiVersion";
    private static final String KIND = "kind";

    /// A value that should be an object.
    ///
    /// @param path where it stands in the document
    record Placed(FieldPath path, YamlNode node) {}

    private ObjectLists() {}

    /// What a document declares: itself, or what is in its list.
    static List<Placed> of(YamlNode root) {
        List<Placed> found = new ArrayList<>();
        add(found, root.resolved(), FieldPath.ROOT, null);
        return found;
    }

    private static void add(List<Placed> found, YamlNode node, FieldPath path, @Nullable Mapping around) {
        YamlNode object = node instanceof Mapping mapping && around != null ? typed(mapping, around) : node;
        Sequence items = items(object);
        if (items == null) {
            found.add(new Placed(path, object));
            return;
        }
        for (int i = 0; i < items.items().size(); i++) {
            Mapping list = path.isRoot() ? (Mapping) object : null;
            add(found, items.items().get(i).resolved(), path.key("items").index(i), list);
        }
    }

    /// The items of a list of objects; null if `value` is none.
    private static @Nullable Sequence items(YamlNode value) {
        return value instanceof Mapping mapping
                        && text(mapping, KIND).filter(k -> k.endsWith(LIST)).isPresent()
                        && mapping.get("items").map(YamlNode::resolved).orElse(null) instanceof Sequence items
                ? items
                : null;
    }

    /// The object that stands at `path` in a document, with the kind that it has from its list.
    static Optional<Mapping> object(YamlNode root, FieldPath path) {
        Optional<YamlNode> node = new NodePath(root).find(path).map(YamlNode::resolved);
        return node.map(n -> n instanceof Mapping mapping
                ? isItem(path) && root.resolved() instanceof Mapping list ? typed(mapping, list) : mapping
                : null);
    }

    private static boolean isItem(FieldPath path) {
        return path.steps().size() == 2;
    }

    private static Mapping typed(Mapping item, Mapping list) {
        String kind = text(list, KIND)
                .map(k -> k.substring(0, k.length() - (k.endsWith(LIST) ? LIST.length() : 0)))
                .orElse("");
        if (kind.isEmpty() || Stream.of(VERSION, KIND).anyMatch(f -> item.get(f).isPresent())) {
            return item;
        }
        List<Entry> entries = new ArrayList<>(item.entries());
        list.entry(VERSION).ifPresent(entries::add);
        list.entry(KIND)
                .map(entry -> new Entry(KIND, entry.key(), kindOf(entry, kind), false))
                .ifPresent(entries::add);
        return new Mapping(item.span(), item.properties(), entries, item.flow());
    }

    private static Scalar kindOf(Entry entry, String kind) {
        return new Scalar(entry.value().span(), Optional.empty(), kind, YamlNode.Style.PLAIN);
    }

    private static Optional<String> text(Mapping mapping, String name) {
        return mapping.get(name)
                .map(YamlNode::resolved)
                .map(node -> node instanceof Scalar scalar && scalar.value() instanceof String text ? text : null);
    }
}
