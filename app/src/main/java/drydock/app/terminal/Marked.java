package drydock.app.terminal;

import drydock.app.terminal.screen.Row;
import java.util.List;

/// What of a terminal's lines is marked, from one place to another.
///
/// @param fromLine the first line, counted from the oldest
/// @param toColumn exclusive
record Marked(int fromLine, int fromColumn, int toLine, int toColumn) {

    static final Marked NOTHING = new Marked(0, 0, 0, 0);

    /// Between two places, in whichever order they come.
    static Marked between(int line, int column, int otherLine, int otherColumn) {
        boolean forward = line < otherLine || (line == otherLine && column <= otherColumn);
        return forward
                ? new Marked(line, column, otherLine, otherColumn)
                : new Marked(otherLine, otherColumn, line, column);
    }

    boolean isEmpty() {
        return fromLine == toLine && fromColumn == toColumn;
    }

    boolean has(int line, int column) {
        return !isEmpty()
                && (line > fromLine || (line == fromLine && column >= fromColumn))
                && (line < toLine || (line == toLine && column < toColumn));
    }

    /// The text that is marked; what was wrapped is one line.
    String text(List<Row> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = fromLine; i <= toLine && i < lines.size(); i++) {
            Row row = lines.get(i);
            text.append(row.text(i == fromLine ? fromColumn : 0, i == toLine ? toColumn : row.length()));
            if (i < toLine && !row.isContinued()) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}
