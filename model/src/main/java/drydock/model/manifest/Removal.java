package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Sequence;
import java.util.List;

/// The edits that take one of several entries or items away, with its lines and the comments on them.
/// Comments above it stay.
record Removal(SourceText source) {

    TextEdit entry(Mapping mapping, YamlNode.Entry entry) {
        List<YamlNode.Entry> entries = mapping.entries();
        int position = entries.indexOf(entry);
        boolean isLast = position == entries.size() - 1;
        int start = entryStart(entry);
        if (mapping.flow()) {
            return isLast
                    ? new TextEdit(
                            entries.get(position - 1).value().span().end(),
                            entry.value().span().end(),
                            "")
                    : new TextEdit(start, entryStart(entries.get(position + 1)), "");
        }
        int next = isLast ? -1 : entryStart(entries.get(position + 1));
        YamlNode before = position == 0 ? mapping : entries.get(position - 1).value();
        return lines(start, entry.value(), next, position > 0 && source.keepsEmptyLines(before));
    }

    TextEdit item(Sequence sequence, int position) {
        List<YamlNode> items = sequence.items();
        YamlNode item = items.get(position);
        boolean isLast = position == items.size() - 1;
        if (sequence.flow()) {
            return isLast
                    ? new TextEdit(
                            items.get(position - 1).span().end(), item.span().end(), "")
                    : new TextEdit(start(item), start(items.get(position + 1)), "");
        }
        boolean emptyLines = position > 0 && source.keepsEmptyLines(items.get(position - 1));
        int next = isLast ? -1 : source.dash(sequence, position + 1);
        return lines(source.dash(sequence, position), item, next, emptyLines);
    }

    /// From `start` to the end of the line on which `last` ends. What stands on its line behind a dash
    /// gives its place to `next`.
    ///
    /// @param emptyLines whether the empty lines behind it would become a part of what is before it
    private TextEdit lines(int start, YamlNode last, int next, boolean emptyLines) {
        int lineStart = source.lineStart(start);
        int lineEnd = source.lineEnd(source.end(last));
        int end = emptyLines ? source.behindEmptyLines(lineEnd) : lineEnd;
        if (!source.isBlank(lineStart, start)) {
            if (next < 0) {
                throw new NotEditableException("noLine");
            }
            return new TextEdit(start, next, "");
        }
        return new TextEdit(lineStart, source.behindBreak(end), "");
    }

    /// Where an entry begins: at its key, or at the question mark before it.
    private int entryStart(YamlNode.Entry entry) {
        int key = start(entry.key());
        int at = key - 1;
        while (at >= 0 && " \t".indexOf(source.text().charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && at < key - 1 && source.text().charAt(at) == '?' ? at : key;
    }

    private static int start(YamlNode node) {
        return node.properties()
                .map(YamlNode.Properties::start)
                .orElse(node.span().start());
    }
}
