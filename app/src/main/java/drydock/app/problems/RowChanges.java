package drydock.app.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What leads from the rows of a list to those it is to have, where that is little: rows that stay are not touched, so
/// nothing that shows them is made anew.
///
/// @param runs the rows to be replaced, the first first
record RowChanges(List<Run> runs) {

    /// Where two lists are not the same for longer than this, they are taken for different lists.
    private static final int LONGEST = 24;

    private static final int MOST = 40;

    /// Rows that are replaced by others, of which there may be none.
    ///
    /// @param start the first of them in the list before
    record Run(int start, int removed, List<ProblemRow> added) {}

    RowChanges {
        runs = List.copyOf(runs);
    }

    /// The changes from `before` to `after`; empty if too much is different.
    static Optional<RowChanges> between(List<ProblemRow> before, List<ProblemRow> after) {
        List<Run> runs = new ArrayList<>();
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            if (old < before.size() && now < after.size() && before.get(old).equals(after.get(now))) {
                old++;
                now++;
                continue;
            }
            Optional<Run> run = run(before, old, after, now);
            if (run.isEmpty() || runs.size() == MOST) {
                return Optional.empty();
            }
            runs.add(run.get());
            old += run.get().removed();
            now += run.get().added().size();
        }
        return Optional.of(new RowChanges(runs));
    }

    /// The shortest run behind which both lists are the same again.
    private static Optional<Run> run(List<ProblemRow> before, int old, List<ProblemRow> after, int now) {
        for (int length = 1; length <= LONGEST; length++) {
            for (int removed = 0; removed <= length; removed++) {
                int added = length - removed;
                if (meet(before, old + removed, after, now + added)) {
                    return Optional.of(new Run(old, removed, after.subList(now, now + added)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean meet(List<ProblemRow> before, int old, List<ProblemRow> after, int now) {
        if (old >= before.size() || now >= after.size()) {
            return old == before.size() && now == after.size();
        }
        return before.get(old).equals(after.get(now));
    }

    /// Makes the changes in `rows`.
    void make(List<ProblemRow> rows) {
        for (Run run : runs.reversed()) {
            if (run.removed() > 0) {
                rows.subList(run.start(), run.start() + run.removed()).clear();
            }
            if (!run.added().isEmpty()) {
                rows.addAll(run.start(), run.added());
            }
        }
    }
}
