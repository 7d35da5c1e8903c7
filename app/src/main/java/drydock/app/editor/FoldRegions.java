package drydock.app.editor;

import java.util.function.IntFunction;

/// Which lines of a YAML text belong to a line above them, by their indentation alone.
///
/// @param lines the text of a line, from 0
/// @param count how many there are
record FoldRegions(IntFunction<String> lines, int count) {

    /// The last line that belongs to `line`, blank ones at the end not counted; `line` itself if none does. To a `---`
    /// belongs its document, to a key also the items of a list that stand directly below it.
    int end(int line) {
        int next = nextContent(line + 1);
        if (!isBegun(line) || next == count || !belongs(next, line)) {
            return line;
        }
        int last = next;
        for (int i = nextContent(last + 1); i < count && belongs(i, line); i = nextContent(i + 1)) {
            last = i;
        }
        return last;
    }

    boolean isFoldable(int line) {
        int next = nextContent(line + 1);
        return isBegun(line) && next < count && belongs(next, line);
    }

    /// The innermost line that `line` belongs to, or itself if others belong to it; -1 if there is none.
    int holder(int line) {
        for (int i = line; i >= 0; i--) {
            boolean holds = isFoldable(i) && (i == line || end(i) >= line);
            if (holds) {
                return i;
            }
        }
        return -1;
    }

    private boolean isBegun(int line) {
        String text = lines.apply(line).strip();
        return !text.isEmpty() && !text.startsWith("#");
    }

    private boolean belongs(int line, int holder) {
        String text = lines.apply(line);
        String above = lines.apply(holder);
        if (isSeparator(above)) {
            return !isSeparator(text);
        }
        int column = indent(above);
        boolean item = text.startsWith("- ", column) && !above.startsWith("-", column) && indent(text) == column;
        return !isSeparator(text) && (indent(text) > column || item);
    }

    private static boolean isSeparator(String line) {
        return line.startsWith("---");
    }

    /// The first line at or below `line` that is not blank; the number of lines if there is none.
    private int nextContent(int line) {
        int at = line;
        while (at < count && lines.apply(at).isBlank()) {
            at++;
        }
        return at;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
