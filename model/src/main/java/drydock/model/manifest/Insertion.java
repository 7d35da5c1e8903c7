package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import drydock.model.manifest.YamlNode.Style;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The edits that put an entry into a mapping or an item into a list that is not empty.
record Insertion(SourceText source, YamlStyle style) {

    /// A new key behind the last one.
    TextEdit entry(Mapping mapping, String name, @Nullable Object value) {
        YamlNode.Entry last = mapping.entries().getLast();
        YamlWriter writer =
                new YamlWriter(style, quotesOf(mapping.entries().stream().map(YamlNode.Entry::value)));
        if (mapping.flow()) {
            String text = writer.key(name, true) + ": " + writer.flow(value);
            return behind(last.value().span().end(), separator(mapping.span(), last.key()) + text);
        }
        int indent = mapping.span().column() - 1;
        return behindLine(last.value(), indent, writer.key(name, false) + ":" + writer.afterKey(value, indent));
    }

    /// A new item before the one at `position`, or behind the last.
    TextEdit item(Sequence sequence, int position, @Nullable Object value) {
        List<YamlNode> items = sequence.items();
        YamlWriter writer = new YamlWriter(style, quotesOf(items.stream()));
        if (sequence.flow()) {
            if (position == 0) {
                String separator = separator(sequence.span(), items.getFirst());
                return behind(start(items.getFirst()), writer.flow(value) + separator);
            }
            YamlNode before = items.get(position - 1);
            return behind(before.span().end(), separator(sequence.span(), items.getFirst()) + writer.flow(value));
        }
        int indent = sequence.span().column() - 1;
        StringBuilder text = new StringBuilder("- ");
        if (value != null && YamlWriter.isNested(value)) {
            text.append(writer.block(value, indent + 2));
        } else {
            writer.scalar(text, value, indent + 2);
        }
        if (position == 0) {
            int dash = source.dash(sequence, 0);
            return behind(dash, text.append(style.lineEnd()).repeat(' ', indent).toString());
        }
        return behindLine(items.get(position - 1), indent, text.toString());
    }

    private TextEdit behindLine(YamlNode last, int indent, String text) {
        int at = source.lineEnd(source.end(last));
        return behind(at, style.lineEnd() + " ".repeat(indent) + text);
    }

    /// What stands between the parts of a flow collection: each on its own line where the first is.
    private String separator(TextSpan brackets, YamlNode part) {
        int partStart = start(part);
        int line = source.lineStart(partStart);
        boolean ownLine = line > brackets.start() && source.isBlank(line, partStart);
        return ownLine ? "," + style.lineEnd() + source.text().substring(line, partStart) : ", ";
    }

    private static int start(YamlNode node) {
        return node.properties()
                .map(YamlNode.Properties::start)
                .orElse(node.span().start());
    }

    private static TextEdit behind(int offset, String text) {
        return new TextEdit(offset, offset, text);
    }

    /// How the neighbours are quoted, if they all are.
    static Style quotesOf(Stream<YamlNode> neighbours) {
        List<Style> styles = neighbours
                .filter(n -> n instanceof Scalar scalar && scalar.value() instanceof String)
                .map(n -> ((Scalar) n).style())
                .distinct()
                .toList();
        boolean quoted = styles.size() == 1
                && (styles.getFirst() == Style.SINGLE_QUOTED || styles.getFirst() == Style.DOUBLE_QUOTED);
        return quoted ? styles.getFirst() : Style.PLAIN;
    }
}
