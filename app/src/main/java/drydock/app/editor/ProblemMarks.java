package drydock.app.editor;

import drydock.app.workspace.Workspace;
import drydock.model.validation.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The findings of the file that is shown, at their places; until the next check they go along with what is typed.
final class ProblemMarks {

    private static final String OWNER = "problems";

    /// A finding, and where in the shown text it is now.
    private record Problem(Finding finding, Marked place) {}

    private final Workspace workspace;
    private final CodeArea area;
    private final TextInStep text;
    private final LineStyles styles;
    private List<Problem> problems = List.of();
    private Map<Integer, List<Finding>> byLine = Map.of();

    /// Lines that stood elsewhere when their margin was made, which may show what is another line's by now.
    private final Set<Integer> moved = new HashSet<>();

    ProblemMarks(Workspace workspace, CodeArea area, TextInStep text, LineStyles styles) {
        this.workspace = workspace;
        this.area = area;
        this.text = text;
        this.styles = styles;
        area.plainTextChanges().subscribe(this::changed);
        workspace.findingsProperty().subscribe(this::show);
    }

    /// The findings that begin on a line, from 0, the gravest first.
    List<Finding> onLine(int line) {
        return byLine.getOrDefault(line, List.of());
    }

    /// The findings whose marked place a position of the shown text is in or behind, the gravest first.
    List<Finding> at(int position) {
        int line = area.offsetToPosition(position, Bias.Forward).getMajor();
        int lineEnd = area.getAbsolutePosition(line, area.getParagraphLength(line));
        return problems.stream()
                .filter(p -> p.place().start() <= position
                        && position
                                <= Math.min(
                                        p.place().end(),
                                        Math.max(lineEnd, p.place().start())))
                .map(Problem::finding)
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    /// Shows what was found last in the file that is shown now.
    void show() {
        String path = text.file().map(file -> file.path()).orElse("");
        List<Problem> found = new ArrayList<>();
        for (Finding finding : workspace.findingsProperty().get()) {
            if (finding.file().equals(path)) {
                int start = text.ends().inShown(finding.span().start());
                int end = text.ends().inShown(finding.span().end());
                String style = "problem-" + finding.severity().name().toLowerCase(Locale.ROOT);
                found.add(new Problem(finding, new Marked(start, end, style)));
            }
        }
        problems = List.copyOf(found);
        styles.mark(OWNER, problems.stream().map(Problem::place).toList());
        Map<Integer, List<Finding>> before = byLine;
        byLine = byLine();
        Set<Integer> lines = new HashSet<>(before.keySet());
        lines.addAll(byLine.keySet());
        lines.removeIf(line -> Objects.equals(before.get(line), byLine.get(line)));
        lines.addAll(moved);
        moved.clear();
        renewMargins(lines);
    }

    /// Lines out of view are made anew when they come into it: asking for one would make it, and keep it, now.
    private void renewMargins(Set<Integer> lines) {
        if (!lines.isEmpty() && !area.getVisibleParagraphs().isEmpty()) {
            int first = area.firstVisibleParToAllParIndex();
            int last = area.lastVisibleParToAllParIndex();
            lines.stream().filter(line -> first <= line && line <= last).forEach(area::recreateParagraphGraphic);
        }
    }

    private void changed(PlainTextChange change) {
        if (!problems.isEmpty()) {
            problems = problems.stream()
                    .map(p -> new Problem(p.finding(), p.place().after(change)))
                    .toList();
            Map<Integer, List<Finding>> before = byLine;
            byLine = byLine();
            if (!before.keySet().equals(byLine.keySet())) {
                moved.addAll(before.keySet());
                moved.addAll(byLine.keySet());
            }
        }
    }

    private Map<Integer, List<Finding>> byLine() {
        Map<Integer, List<Finding>> lines = new TreeMap<>();
        for (Problem problem : problems) {
            int at = Math.min(problem.place().start(), area.getLength());
            lines.computeIfAbsent(area.offsetToPosition(at, Bias.Forward).getMajor(), _ -> new ArrayList<>())
                    .add(problem.finding());
        }
        lines.values().forEach(findings -> findings.sort(Comparator.comparing(Finding::severity)));
        return lines;
    }
}
