package drydock.app.editor;

import drydock.model.manifest.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How lines are indented, begun and commented out, as edits of a text.
final class Indentation {

    /// The blanks of one step.
    static final int WIDTH = 2;

    private static final Pattern OPENS = Pattern.compile("(?:.*\\S)?(?::|[:-]\\s+[|>][-+0-9]*)\\s*(?:\\s#.*)?");

    /// A line of a text: where it begins, and what it says.
    private record Line(int start, String text) {

        int indent() {
            return blanks(text);
        }

        boolean isComment() {
            return text.startsWith("#", indent());
        }
    }

    private Indentation() {}

    /// The blanks that a line begins with which is begun behind `before`, the part of a line up to the caret.
    /// Below a key without a value it is a step more; in an item of a list it is that of its keys.
    static String below(String before) {
        int column = blanks(before);
        String content = before.substring(column);
        boolean opens = !content.startsWith("#") && OPENS.matcher(content).matches();
        while (content.startsWith("- ") && !content.substring(2).isBlank()) {
            int skipped = 1 + blanks(content.substring(1));
            column += skipped;
            content = content.substring(skipped);
        }
        return " ".repeat(opens ? column + WIDTH : column);
    }

    /// The blanks from a column to the next stop.
    static String toNextStop(int column) {
        return " ".repeat(WIDTH - column % WIDTH);
    }

    /// Moves the lines from `start` to `end` of a text to the right; empty ones stay.
    static List<TextEdit> indent(String text, int start, int end) {
        return lines(text, start, end).stream()
                .filter(line -> !line.text().isBlank())
                .map(line -> new TextEdit(line.start(), line.start(), " ".repeat(WIDTH)))
                .toList();
    }

    /// Moves the lines from `start` to `end` of a text to the left, as far as they have blanks.
    static List<TextEdit> outdent(String text, int start, int end) {
        return lines(text, start, end).stream()
                .filter(line -> line.indent() > 0)
                .map(line -> new TextEdit(line.start(), line.start() + Math.min(WIDTH, line.indent()), ""))
                .toList();
    }

    /// Makes comments of the lines from `start` to `end`, or lines again if all of them are comments.
    static List<TextEdit> comment(String text, int start, int end) {
        List<Line> lines = lines(text, start, end).stream()
                .filter(line -> !line.text().isBlank())
                .toList();
        if (lines.stream().allMatch(Line::isComment)) {
            return lines.stream().map(Indentation::uncomment).toList();
        }
        int column = lines.stream().mapToInt(Line::indent).min().orElse(0);
        return lines.stream()
                .map(line -> new TextEdit(line.start() + column, line.start() + column, "# "))
                .toList();
    }

    private static TextEdit uncomment(Line line) {
        int mark = line.start() + line.indent();
        boolean blank = line.text().startsWith("# ", line.indent());
        return new TextEdit(mark, mark + (blank ? 2 : 1), "");
    }

    /// Where a position of the text is after `edits`, which are in their order.
    static int moved(int position, List<TextEdit> edits) {
        int moved = position;
        for (TextEdit edit : edits) {
            if (edit.end() <= position) {
                moved += edit.replacement().length() - (edit.end() - edit.start());
            } else if (edit.start() < position) {
                moved -= position - edit.start();
            }
        }
        return moved;
    }

    /// The lines that the stretch touches; one that it only ends before does not count.
    private static List<Line> lines(String text, int start, int end) {
        List<Line> lines = new ArrayList<>();
        int at = start == 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
        do {
            int next = text.indexOf('\n', at);
            int lineEnd = next < 0 ? text.length() : next;
            lines.add(new Line(at, text.substring(at, lineEnd)));
            at = lineEnd + 1;
        } while (at < end);
        return lines;
    }

    private static int blanks(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
