package drydock.sim.kubectl;

import java.util.ArrayList;
import java.util.List;

/// Rows under headings, as kubectl prints them: each column as wide as its widest cell and three blanks,
/// six at least.
///
/// @param namespaces the namespace of each row
record Table(List<String> headings, List<List<String>> rows, List<String> namespaces) {

    private static final int GAP = 3;
    private static final int LEAST = 6;

    Table {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        namespaces = List.copyOf(namespaces);
    }

    /// The lines, each without blanks at its end but for those that kubectl leaves there.
    List<String> lines(boolean withNamespaces, boolean withHeadings) {
        List<List<String>> all = new ArrayList<>();
        if (withHeadings) {
            all.add(withNamespaces ? prefixed("NAMESPACE", headings) : headings);
        }
        for (int i = 0; i < rows.size(); i++) {
            all.add(withNamespaces ? prefixed(namespaces.get(i), rows.get(i)) : rows.get(i));
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(row.get(column));
                if (column < row.size() - 1) {
                    line.append(" ".repeat(width(all, column) - row.get(column).length() + GAP));
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> prefixed(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static int width(List<List<String>> all, int column) {
        return Math.max(
                LEAST - GAP,
                all.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
}
