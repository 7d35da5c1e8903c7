package drydock.app.problems;

import drydock.app.problems.ProblemRow.Head;
import drydock.app.problems.ProblemRow.Problem;
import drydock.model.validation.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the list of problems shows.
///
/// @param filter which problems
/// @param order in which order
/// @param descending whether the last come first
/// @param byFile whether each file's problems stand under a head of their own
/// @param withOff whether those are shown, too, whose rules are switched off; they come behind the others, and
///   behind them the rules that are off without having found anything, or for the whole project
record ProblemRows(ProblemFilter filter, ProblemOrder order, boolean descending, boolean byFile, boolean withOff) {

    List<ProblemRow> of(List<Finding> findings, List<Finding> off, RulesOff rulesOff) {
        Comparator<Problem> comparator =
                Comparator.comparing(Problem::off).thenComparing(Problem::finding, order.comparator(descending));
        List<Problem> problems = new ArrayList<>();
        add(findings, false, problems);
        if (withOff) {
            add(off, true, problems);
        }
        problems.sort(comparator);
        List<ProblemRow> rows = new ArrayList<>(byFile ? grouped(problems) : problems);
        if (withOff) {
            rulesOff.rows().stream().filter(filter::wants).forEach(rows::add);
        }
        return List.copyOf(rows);
    }

    private void add(List<Finding> findings, boolean off, List<Problem> problems) {
        findings.stream().filter(filter::wants).forEach(finding -> problems.add(new Problem(finding, off)));
    }

    private static List<ProblemRow> grouped(List<Problem> problems) {
        Map<String, List<Problem>> files = new TreeMap<>();
        problems.forEach(problem -> files.computeIfAbsent(problem.finding().file(), _ -> new ArrayList<>())
                .add(problem));
        List<ProblemRow> rows = new ArrayList<>();
        files.forEach((file, found) -> {
            rows.add(new Head(file, found.size()));
            rows.addAll(found);
        });
        return rows;
    }
}
