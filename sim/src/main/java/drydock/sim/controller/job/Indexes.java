package drydock.sim.controller.job;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A set of completion indexes, as a Job's status writes it: `0-2,5` (`job/indexed_job_utils.go`).
///
/// @param values from the lowest up
record Indexes(NavigableSet<Integer> values) {

    static final Indexes NONE = new Indexes(new TreeSet<>());

    Indexes {
        values = Collections.unmodifiableNavigableSet(new TreeSet<>(values));
    }

    /// Reads `text`; those from `completions` on are left out, null has none.
    static Indexes parse(@Nullable String text, int completions) {
        NavigableSet<Integer> values = new TreeSet<>();
        if (text != null && !text.isEmpty()) {
            for (String part : text.split(",", -1)) {
                int dash = part.indexOf('-');
                int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
                int last = Integer.parseInt(part.substring(dash + 1));
                for (int i = first; i <= Math.min(last, completions - 1); i++) {
                    values.add(i);
                }
            }
        }
        return new Indexes(values);
    }

    Indexes with(Collection<Integer> more) {
        NavigableSet<Integer> all = new TreeSet<>(values);
        all.addAll(more);
        return new Indexes(all);
    }

    boolean has(int index) {
        return values.contains(index);
    }

    int size() {
        return values.size();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Integer first = null;
        for (Integer value : values) {
            if (first == null) {
                first = value;
            }
            if (!values.contains(value + 1)) {
                text.append(text.isEmpty() ? "" : ",").append(first);
                // two in a row stand apart, as Kubernetes writes them
                if (value > first) {
                    text.append(value == first + 1 ? "," : "-").append(value);
                }
                first = null;
            }
        }
        return text.toString();
    }
}
