package drydock.model.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/// Two versions of a text that were made of the same one, laid together line by line.
///
/// @param text what both made of it; where they changed the same lines otherwise, what the first made of them
/// @param clashes where that was, as lines of `text` from 1, each with what the second had there
public record TextMerge(String text, List<Clash> clashes) {

    /// Lines that both changed, each otherwise.
    ///
    /// @param line the first of them in the merged text, from 1
    /// @param other what the second version has there
    public record Clash(int line, List<String> other) {

        public Clash {
            other = List.copyOf(other);
        }
    }

    /// A stretch of the original, and what became of it.
    private record Edit(int from, int to, List<String> lines) {

        private boolean touches(Edit other) {
            boolean apart = to < other.from || other.to < from;
            boolean isInsertionBeside =
                    (to == other.from || other.to == from) && (from != to && other.from != other.to);
            return !apart && !isInsertionBeside;
        }
    }

    public TextMerge {
        clashes = List.copyOf(clashes);
    }

    /// Lays `mine` and `theirs`, both made of `base`, together.
    public static TextMerge of(String base, String mine, String theirs) {
        List<String> original = base.lines().toList();
        List<Edit> first = edits(original, mine);
        List<Edit> second = edits(original, theirs);
        return new Merging(original).merged(first, second);
    }

    private static List<Edit> edits(List<String> original, String text) {
        List<Edit> edits = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(original, text.lines().toList()).getDeltas()) {
            int from = delta.getSource().getPosition();
            edits.add(new Edit(
                    from,
                    from + delta.getSource().size(),
                    List.copyOf(delta.getTarget().getLines())));
        }
        return edits;
    }

    /// The merged text as it grows.
    private static final class Merging {

        private final List<String> original;
        private final List<String> lines = new ArrayList<>();
        private final List<Clash> clashes = new ArrayList<>();
        private int at;

        Merging(List<String> original) {
            this.original = original;
        }

        TextMerge merged(List<Edit> mine, List<Edit> theirs) {
            int i = 0;
            int j = 0;
            while (i < mine.size() || j < theirs.size()) {
                if (j == theirs.size()
                        || (i < mine.size() && mine.get(i).to() < theirs.get(j).from())) {
                    put(mine.get(i++));
                } else if (i == mine.size() || theirs.get(j).to() < mine.get(i).from()) {
                    put(theirs.get(j++));
                } else if (!mine.get(i).touches(theirs.get(j))) {
                    put(mine.get(i).from() < theirs.get(j).from() ? mine.get(i++) : theirs.get(j++));
                } else {
                    int[] behind = clash(mine, i, theirs, j);
                    i = behind[0];
                    j = behind[1];
                }
            }
            lines.addAll(original.subList(at, original.size()));
            return new TextMerge(String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"), clashes);
        }

        private void put(Edit edit) {
            lines.addAll(original.subList(at, edit.from()));
            lines.addAll(edit.lines());
            at = edit.to();
        }

        /// Takes the edits of both that hang together as one; gives the first ones behind them.
        private int[] clash(List<Edit> mine, int firstMine, List<Edit> theirs, int firstTheirs) {
            int i = firstMine + 1;
            int j = firstTheirs + 1;
            int from =
                    Math.min(mine.get(firstMine).from(), theirs.get(firstTheirs).from());
            int to = Math.max(mine.get(firstMine).to(), theirs.get(firstTheirs).to());
            boolean grows = true;
            while (grows) {
                grows = false;
                if (i < mine.size() && mine.get(i).from() < to) {
                    to = Math.max(to, mine.get(i++).to());
                    grows = true;
                }
                if (j < theirs.size() && theirs.get(j).from() < to) {
                    to = Math.max(to, theirs.get(j++).to());
                    grows = true;
                }
            }
            lines.addAll(original.subList(at, from));
            List<String> one = applied(mine.subList(firstMine, i), from, to);
            List<String> other = applied(theirs.subList(firstTheirs, j), from, to);
            if (!one.equals(other)) {
                clashes.add(new Clash(lines.size() + 1, other));
            }
            lines.addAll(one);
            at = to;
            return new int[] {i, j};
        }

        private List<String> applied(List<Edit> edits, int from, int to) {
            List<String> applied = new ArrayList<>();
            int next = from;
            for (Edit edit : edits) {
                applied.addAll(original.subList(next, edit.from()));
                applied.addAll(edit.lines());
                next = edit.to();
            }
            applied.addAll(original.subList(next, to));
            return applied;
        }
    }
}
