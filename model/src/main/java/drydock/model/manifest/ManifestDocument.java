package drydock.model.manifest;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One document of a file. Immutable, and read when first asked.
///
/// A `List` stays one document without an id; [#declared] has its items, each with its path (`items[0]`),
/// and a field of an item is addressed from the document: `items[0].spec.replicas`.
public final class ManifestDocument {

    private final int index;
    private final DocumentContent content;
    private final TextSpan span;
    private @Nullable YamlNode root;

    ManifestDocument(int index, DocumentContent content, int start, int firstLine) {
        this.index = index;
        this.content = content;
        this.span = new TextSpan(start, start + content.text.length(), firstLine, 1);
    }

    DocumentContent content() {
        return content;
    }

    /// Its place among the file's documents, from 0.
    public int index() {
        return index;
    }

    /// Where it stands, from its comments, directives and `---` on, up to the next document's.
    public TextSpan span() {
        return span;
    }

    /// What it names, if it has an `apiVersion`, a `kind` and a name; empty for a `List`.
    public Optional<ResourceId> id() {
        return itself().flatMap(DeclaredObject::id);
    }

    /// The object it describes; empty where the text does not fit the kind's types (then it is among the
    /// problems), and for a `List`.
    public Optional<HasMetadata> object() {
        return itself().flatMap(DeclaredObject::object);
    }

    /// The object it describes, or those of its list, in their order.
    public List<DeclaredObject> declared() {
        return content.objects();
    }

    /// What is wrong with it.
    public List<TextProblem> problems() {
        int characters = span.start() - content.start;
        int lines = span.line() - content.firstLine;
        return characters == 0 && lines == 0
                ? content.problems()
                : content.problems().stream()
                        .map(p -> p.shifted(characters, lines))
                        .toList();
    }

    /// Whether its text can be read at all.
    public boolean isReadable() {
        return content.root().isPresent();
    }

    /// Its value as it is written, with all places; empty if the text cannot be read.
    public Optional<YamlNode> root() {
        YamlNode known = root;
        if (known == null) {
            int characters = span.start() - content.start;
            int lines = span.line() - content.firstLine;
            known = content.root()
                    .map(node -> characters == 0 && lines == 0 ? node : node.shifted(characters, lines))
                    .orElse(null);
            root = known;
        }
        return Optional.ofNullable(known);
    }

    /// What is written at `field`: aliases and merges are followed on the way, an alias at the end stays
    /// one.
    public Optional<YamlNode> node(FieldPath field) {
        return root().flatMap(r -> new NodePath(r).find(field));
    }

    /// The object that is declared at `path`, with the kind that an item of a typed list has from the list; empty if
    /// there is no object.
    public Optional<YamlNode.Mapping> object(FieldPath path) {
        return root().flatMap(r -> ObjectLists.object(r, path));
    }

    /// The values as the API server takes them: maps, lists, strings, numbers (Integer, Long or Double),
    /// booleans. Empty if the field is not there or is null; [#node] tells these two apart.
    public Optional<Object> value(FieldPath field) {
        return content.root().flatMap(r -> new NodePath(r).find(field)).map(YamlNode::value);
    }

    /// Where a field's value stands; for a field that is not there, where its nearest parent does.
    public TextSpan spanOf(FieldPath field) {
        return root().map(r -> new NodePath(r).nearest(field).span()).orElse(span);
    }

    /// Where a field's key stands; the span of the value for an item of a list, a merged field, or one not
    /// there.
    public TextSpan keySpanOf(FieldPath field) {
        if (field.isRoot() || !(field.last() instanceof FieldPath.Key(String name))) {
            return spanOf(field);
        }
        return node(field.parent())
                .map(YamlNode::resolved)
                .flatMap(n -> n instanceof YamlNode.Mapping mapping ? mapping.entry(name) : Optional.empty())
                .map(entry -> entry.key().span())
                .orElseGet(() -> spanOf(field));
    }

    private Optional<DeclaredObject> itself() {
        return content.objects().stream().filter(o -> o.path().isRoot()).findFirst();
    }
}
