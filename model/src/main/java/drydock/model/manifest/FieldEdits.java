package drydock.model.manifest;

import drydock.model.manifest.FieldPath.Step;
import drydock.model.manifest.YamlNode.Alias;
import drydock.model.manifest.YamlNode.Entry;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The edits of the fields of one document.
///
/// **Anchors**: a field below an anchor is changed there, and its aliases follow. A field that is reached
/// through an alias or a merge is written out at its own place, so that the anchor and its other uses stay.
/// **The last one**: a mapping or list from which the last entry goes stays as `{}` or `[]`. **Checked**:
/// an edit whose text does not read back as wanted is refused.
final class FieldEdits {

    private final ManifestDocument document;
    private final YamlNode root;
    private final SourceText source;
    private final YamlStyle style;
    private boolean belowAnchor;

    private FieldEdits(ManifestDocument document, YamlNode root, String text) {
        this.document = document;
        this.root = root;
        this.source = new SourceText(text);
        this.style = YamlStyle.of(root, text);
    }

    /// @throws IllegalArgumentException if the document cannot be read
    static FieldEdits of(ManifestDocument document, String text) {
        YamlNode root = document.root().orElseThrow(() -> new IllegalArgumentException("the text cannot be read"));
        return new FieldEdits(document, root, text);
    }

    TextEdit setting(FieldPath field, @Nullable Object value) {
        Object wanted = Values.normal(value);
        List<Step> steps = field.steps();
        Object expected = Values.with(root.value(), steps, wanted);
        Optional<YamlNode> there = new NodePath(root).find(field);
        if (there.isPresent() && same(there.get().value(), wanted)) {
            return new TextEdit(there.get().span().start(), there.get().span().start(), "");
        }
        Reached reached = reach(steps);
        return checked(set(reached, wanted), expected, field, wanted);
    }

    private TextEdit set(Reached reached, @Nullable Object wanted) {
        YamlNode node = reached.place.node();
        List<Step> rest = reached.rest;
        if (!rest.isEmpty()
                && node instanceof Mapping mapping
                && !mapping.entries().isEmpty()) {
            String name = ((FieldPath.Key) rest.getFirst()).name();
            Object merged = mapping.get(name).map(YamlNode::value).orElse(null);
            Object value = Values.with(merged, rest.subList(1, rest.size()), wanted);
            return new Insertion(source, style).entry(mapping, name, value);
        }
        if (!rest.isEmpty()
                && node instanceof Sequence sequence
                && !sequence.items().isEmpty()) {
            Object value = Values.with(null, rest.subList(1, rest.size()), wanted);
            return new Insertion(source, style).item(sequence, sequence.items().size(), value);
        }
        return new Replacement(source, style).of(reached.place, Values.with(node.value(), rest, wanted));
    }

    TextEdit removing(FieldPath field) {
        if (field.isRoot() || new NodePath(root).find(field).isEmpty()) {
            throw new NotEditableException("noField");
        }
        Object expected = Values.without(root.value(), field.steps());
        Reached reached = reach(field.steps().subList(0, field.steps().size() - 1));
        YamlNode holder = reached.place.node();
        Step last = field.last();
        if (!reached.rest.isEmpty() || holder instanceof Alias) {
            List<Step> below = field.steps()
                    .subList(
                            field.steps().size() - 1 - reached.rest.size(),
                            field.steps().size());
            if (holder instanceof Mapping) {
                throw new NotEditableException("merged");
            }
            TextEdit edit = new Replacement(source, style).of(reached.place, Values.without(holder.value(), below));
            return checked(edit, expected, field, null);
        }
        return checked(remove(reached.place, last), expected, field, null);
    }

    private TextEdit remove(Place place, Step last) {
        return switch (place.node()) {
            case Mapping mapping
            when last instanceof FieldPath.Key(String name) -> {
                Entry entry = mapping.entry(name).orElseThrow(() -> new NotEditableException("merged"));
                yield mapping.entries().size() == 1
                        ? new Replacement(source, style).of(place, java.util.Map.of())
                        : new Removal(source).entry(mapping, entry);
            }
            case Sequence sequence
            when last instanceof FieldPath.Index(int position) ->
                sequence.items().size() == 1
                        ? new Replacement(source, style).of(place, List.of())
                        : new Removal(source).item(sequence, position);
            case YamlNode _ -> throw new NotEditableException("noField");
        };
    }

    TextEdit inserting(FieldPath list, int position, @Nullable Object value) {
        Object wanted = Values.normal(value);
        Object old = new NodePath(root).find(list).map(YamlNode::value).orElse(null);
        int size = old instanceof List<?> items ? items.size() : 0;
        if ((old != null && !(old instanceof List)) || position < 0 || position > size) {
            throw new NotEditableException("noPosition", position);
        }
        if (position == size) {
            return setting(list.index(position), wanted);
        }
        Object expected = Values.inserted(root.value(), list.steps(), position, wanted);
        Reached reached = reach(list.steps());
        TextEdit edit = reached.rest.isEmpty() && reached.place.node() instanceof Sequence sequence
                ? new Insertion(source, style).item(sequence, position, wanted)
                : set(reached, Values.inserted(old, List.of(), position, wanted));
        return checked(edit, expected, list.index(position), wanted);
    }

    TextEdit renaming(FieldPath field, String name) {
        Optional<Entry> entry = field.isRoot() || !(field.last() instanceof FieldPath.Key(String key))
                ? Optional.empty()
                : new NodePath(root)
                        .find(field.parent())
                        .flatMap(n -> n instanceof Mapping mapping ? mapping.entry(key) : Optional.empty());
        FieldPath renamed = field.isRoot() ? field : field.parent().key(name);
        if (entry.isEmpty() || new NodePath(root).find(renamed).isPresent()) {
            throw new NotEditableException(entry.isEmpty() ? "noField" : "keyIsThere");
        }
        Reached reached = reach(field.steps());
        Object value = entry.get().value().value();
        Object expected = Values.with(Values.without(root.value(), field.steps()), renamed.steps(), value);
        TextSpan span = entry.get().key().span();
        boolean quoted = entry.get().key() instanceof Scalar scalar && scalar.isQuoted() && !"".equals(scalar.value());
        YamlNode.Style wanted = quoted || style.json() ? style.quotes() : YamlNode.Style.PLAIN;
        String text = ScalarText.of(name, wanted, style.quotes(), reached.place.inBrackets());
        return checked(new TextEdit(span.start(), span.end(), text), expected, renamed, value);
    }

    /// Moves the lines of a value below a key of their own, with all comments; an anchor goes along.
    TextEdit nesting(FieldPath field, String key) {
        YamlNode node = new NodePath(root).find(field).orElseThrow(() -> new NotEditableException("noField"));
        reach(field.steps());
        Object nested = java.util.Collections.singletonMap(key, node.value());
        Object expected = Values.with(root.value(), field.steps(), nested);
        String name = style.json() ? '"' + key + '"' : key;
        int start = node.properties()
                .map(YamlNode.Properties::start)
                .orElse(node.span().start());
        String old = source.text().substring(start, node.span().end());
        boolean block = node instanceof Mapping mapping && !mapping.flow();
        String indent = " ".repeat(Math.max(node.span().column() - 1, 0));
        String line = style.lineEnd() + indent;
        String text = block
                ? (node.properties().isPresent() ? line + name + ": " : name + ":" + line + " ".repeat(style.width()))
                        + old.replaceAll("(\\n)(?=[^\\r\\n])", "$1" + " ".repeat(style.width()))
                : "{" + name + ": " + old + "}";
        return checked(new TextEdit(start, node.span().end(), text), expected, field, nested);
    }

    /// How far the text has a place of its own for a field, and what is beyond.
    private record Reached(Place place, List<Step> rest) {}

    private Reached reach(List<Step> steps) {
        Place place = new Place.Root(root);
        for (int i = 0; ; i++) {
            YamlNode node = place.node();
            belowAnchor |= node.properties().isPresent();
            if (i == steps.size()) {
                return new Reached(place, List.of());
            }
            boolean brackets = place.inBrackets() || Replacement.isBrackets(node);
            Optional<Place> next = next(node, steps.get(i), brackets);
            if (next.isEmpty()) {
                return new Reached(place, steps.subList(i, steps.size()));
            }
            place = next.get();
        }
    }

    private static Optional<Place> next(YamlNode node, Step step, boolean brackets) {
        return switch (node) {
            case Mapping mapping
            when step instanceof FieldPath.Key(String name) ->
                mapping.entry(name).map(entry -> new Place.OfKey(mapping, entry, brackets));
            case Sequence sequence
            when step instanceof FieldPath.Index(int position)
                    && position < sequence.items().size() -> Optional.of(new Place.Item(sequence, position, brackets));
            case Mapping _, Sequence _, Scalar _, Alias _ -> Optional.empty();
        };
    }

    /// Reads the changed document again. Below an anchor only the field itself is compared, since aliases
    /// follow.
    private TextEdit checked(TextEdit edit, @Nullable Object expected, FieldPath field, @Nullable Object wanted) {
        TextSpan span = document.span();
        TextEdit inside = new TextEdit(edit.start() - span.start(), edit.end() - span.start(), edit.replacement());
        String changed = inside.applyTo(document.content().text);
        NodeReader.Reading reading = NodeReader.read(changed, 0, 1);
        Optional<YamlNode> after = reading.root();
        boolean asWanted = after.isPresent()
                && reading.problems().size() <= document.problems().size()
                && (belowAnchor
                        ? same(
                                new NodePath(after.get())
                                        .find(field)
                                        .map(YamlNode::value)
                                        .orElse(null),
                                wanted)
                        : same(after.get().value(), expected));
        if (!asWanted) {
            throw new NotEditableException("unsafe");
        }
        return edit;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return java.util.Objects.equals(one, other);
    }
}
