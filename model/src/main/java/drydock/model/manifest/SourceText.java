package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import drydock.model.manifest.YamlNode.Style;

/// A file's text, and what of it lies around the nodes.
record SourceText(String text) {

    /// Where the line with `offset` begins.
    int lineStart(int offset) {
        int at = offset;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// Where the line with `offset` ends, before its line break.
    int lineEnd(int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Behind the line break at `offset`, if there is one.
    int behindBreak(int offset) {
        int next = offset < text.length() ? TextLines.nextLine(text, offset) : -1;
        return next < 0 ? text.length() : next;
    }

    boolean isBlank(int start, int end) {
        return text.substring(start, end).isBlank();
    }

    /// The comment on the line from `offset` on with the blanks before it, or nothing.
    String comment(int offset) {
        int end = lineEnd(offset);
        for (int i = offset; i < end; i++) {
            if (text.charAt(i) == '#' && i > 0 && " \t".indexOf(text.charAt(i - 1)) >= 0) {
                int start = i;
                while (start > offset && " \t".indexOf(text.charAt(start - 1)) >= 0) {
                    start--;
                }
                return text.substring(start, end);
            }
        }
        return "";
    }

    /// Behind the colon of an entry; -1 if it has none, as in `{a}`.
    int behindColon(YamlNode.Entry entry) {
        int at = entry.key().span().end();
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ':' ? at + 1 : -1;
    }

    /// Where a node ends, with the empty lines that are a part of its last scalar (`|+`).
    int end(YamlNode node) {
        YamlNode last = last(node);
        return isKept(last) ? behindEmptyLines(last.span().end()) : last.span().end();
    }

    /// Whether empty lines that follow the node are a part of it (`|+`).
    boolean keepsEmptyLines(YamlNode node) {
        return isKept(last(node));
    }

    private static YamlNode last(YamlNode node) {
        YamlNode last = node;
        while (true) {
            switch (last) {
                case Mapping mapping
                when !mapping.flow() -> last = mapping.entries().getLast().value();
                case Sequence sequence
                when !sequence.flow() -> last = sequence.items().getLast();
                case YamlNode other -> {
                    return other;
                }
            }
        }
    }

    private boolean isKept(YamlNode node) {
        int header = node.span().start();
        return node instanceof Scalar scalar
                && (scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED)
                && text.substring(header, Math.min(header + 3, text.length())).indexOf('+') > 0;
    }

    /// The end of the last of the empty lines that follow the line of `end`; `end` without any.
    int behindEmptyLines(int end) {
        int last = end;
        for (int line = behindBreak(lineEnd(end)); line < text.length(); line = behindBreak(lineEnd(line))) {
            if (!isBlank(line, lineEnd(line))) {
                return last;
            }
            last = lineEnd(line);
        }
        return last;
    }

    /// Where the dash of an item of a block sequence stands.
    int dash(Sequence sequence, int position) {
        if (position == 0) {
            return sequence.span().start();
        }
        int column = sequence.span().column() - 1;
        int before = end(sequence.items().get(position - 1));
        for (int line = behindBreak(lineEnd(before)); line < text.length(); line = behindBreak(lineEnd(line))) {
            int at = line + column;
            if (at < text.length() && text.charAt(at) == '-' && isBlank(line, at)) {
                return at;
            }
        }
        throw new NotEditableException("notByLine");
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
