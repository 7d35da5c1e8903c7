package drydock.model.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;

/// The difference of two versions of a file.
///
/// @param path of the file
/// @param lines the lines that differ with some around them, from above to below; empty if none differ
public record TextDifference(String path, List<Line> lines) {

    /// Lines that are the same, shown above and below what differs.
    private static final int CONTEXT = 3;

    /// What becomes of a line from the first version to the second.
    public enum Change {
        SAME,
        REMOVED,
        ADDED,
        /// Not a line: some that are the same are left out here.
        GAP
    }

    /// One line.
    ///
    /// @param first its number in the first version, from 1; 0 if it is not in it
    /// @param second its number in the second version, from 1; 0 if it is not in it
    public record Line(Change change, int first, int second, String text) {}

    public TextDifference {
        lines = List.copyOf(lines);
    }

    /// Compares the lines of two versions; the ways in which lines end are no difference.
    public static TextDifference of(String path, String first, String second) {
        List<String> before = first.lines().toList();
        List<String> after = second.lines().toList();
        List<Line> lines = new ArrayList<>();
        int shown = 0;
        int shift = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            Chunk<String> removed = delta.getSource();
            Chunk<String> added = delta.getTarget();
            int start = removed.getPosition();
            shown = same(before, shown, lines.isEmpty() ? 0 : shown + CONTEXT, start, shift, lines);
            for (int i = 0; i < removed.size(); i++) {
                lines.add(new Line(
                        Change.REMOVED, start + i + 1, 0, removed.getLines().get(i)));
            }
            for (int i = 0; i < added.size(); i++) {
                lines.add(new Line(
                        Change.ADDED,
                        0,
                        added.getPosition() + i + 1,
                        added.getLines().get(i)));
            }
            shown = start + removed.size();
            shift = added.getPosition() + added.size() - shown;
        }
        if (!lines.isEmpty()) {
            int end = Math.min(before.size(), shown + CONTEXT);
            for (int i = shown; i < end; i++) {
                lines.add(new Line(Change.SAME, i + 1, i + 1 + shift, before.get(i)));
            }
            if (end < before.size()) {
                lines.add(new Line(Change.GAP, 0, 0, ""));
            }
        }
        return new TextDifference(path, lines);
    }

    /// Adds the lines from `from` to `to` that are near what was shown before and what comes next.
    private static int same(List<String> before, int from, int near, int to, int shift, List<Line> lines) {
        boolean gap = false;
        for (int i = from; i < to; i++) {
            if (i < near || i >= to - CONTEXT) {
                lines.add(new Line(Change.SAME, i + 1, i + 1 + shift, before.get(i)));
            } else if (!gap) {
                lines.add(new Line(Change.GAP, 0, 0, ""));
                gap = true;
            }
        }
        return to;
    }
}
