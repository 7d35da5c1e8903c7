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
        int start = start(entry.key());
        if (mapping.flow()) {
            return isLast
                    ? new TextEdit(
                            entries.get(position - 1).value().span().end(),
                            entry.value().span().end(),
                            "")
                    : new TextEdit(start, start(entries.get(position + 1).key()), "");
        }
        int next = isLast ? -1 : start(entries.get(position + 1).key());
        return lines(start, entry.value(), next);
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
        return lines(source.dash(sequence, position), item, isLast ? -1 : source.dash(sequence, position + 1));
    }

    /// From `start` to the end of the line on which `last` ends. What stands on its line behind a dash
    /// gives its place to `next`.
    private TextEdit lines(int start, YamlNode last, int next) {
        int lineStart = source.lineStart(start);
        int end = source.lineEnd(source.end(last));
        if (!source.isBlank(lineStart, start)) {
            if (next < 0) {
                throw new IllegalArgumentException("what remains has no line of its own");
            }
            return new TextEdit(start, next, "");
        }
        int behind = source.behindBreak(end);
        boolean endsOpen = behind == end;
        return new TextEdit(endsOpen ? source.beforeBreak(lineStart) : lineStart, behind, "");
    }

    private static int start(YamlNode node) {
        return node.properties()
                .map(YamlNode.Properties::start)
                .orElse(node.span().start());
    }
}
