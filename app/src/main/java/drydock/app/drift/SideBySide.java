package drydock.app.drift;

import drydock.model.difference.TextDifference;
import drydock.model.difference.TextDifference.Change;
import drydock.model.difference.TextDifference.Line;
import java.util.ArrayList;
import java.util.List;

/// The lines of a difference in two columns: what was taken away beside what came in its place.
///
/// @param first the line of the first text, with `ADDED` where it has none
/// @param second the line of the second text, with `REMOVED` where it has none
record SideBySide(Line first, Line second) {

    /// No line has the number 0 in both texts, unless it is a gap.
    private static final Line NONE = new Line(Change.SAME, 0, 0, "");

    static List<SideBySide> of(TextDifference difference) {
        List<SideBySide> rows = new ArrayList<>();
        List<Line> removed = new ArrayList<>();
        List<Line> added = new ArrayList<>();
        for (Line line : difference.lines()) {
            switch (line.change()) {
                case REMOVED -> removed.add(line);
                case ADDED -> added.add(line);
                case SAME, GAP -> {
                    flush(rows, removed, added);
                    rows.add(new SideBySide(line, line));
                }
            }
        }
        flush(rows, removed, added);
        return List.copyOf(rows);
    }

    private static void flush(List<SideBySide> rows, List<Line> removed, List<Line> added) {
        for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
            rows.add(
                    new SideBySide(i < removed.size() ? removed.get(i) : NONE, i < added.size() ? added.get(i) : NONE));
        }
        removed.clear();
        added.clear();
    }

    /// Whether the first text has nothing at this place.
    boolean isOnlySecond() {
        return first.equals(NONE);
    }

    /// Whether the second text has nothing at this place.
    boolean isOnlyFirst() {
        return second.equals(NONE);
    }
}
