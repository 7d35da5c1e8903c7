package drydock.app.editor;

import drydock.app.task.Tasks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Gives the lines that are in view their styles: that of the syntax, and what is marked in them.
///
/// Lines out of view have no styles until they come near it, so a long file costs no more than a short one.
final class LineStyles {

    /// How many lines above and below the view are styled before they are scrolled to.
    private static final int AHEAD = 80;

    private final CodeArea area;
    private final Tasks tasks;
    private final Map<String, List<Marked>> marked = new HashMap<>();
    private boolean scheduled;

    LineStyles(CodeArea area, Tasks tasks) {
        this.area = area;
        this.tasks = tasks;
        area.plainTextChanges().subscribe(this::changed);
        area.viewportDirtyEvents().subscribe(_ -> schedule());
    }

    /// Marks stretches of the text, in the place of those that `owner` marked before.
    void mark(String owner, List<Marked> stretches) {
        marked.put(owner, List.copyOf(stretches));
        schedule();
    }

    private void changed(PlainTextChange change) {
        marked.replaceAll(
                (_, stretches) -> stretches.stream().map(m -> m.after(change)).toList());
        if (change.getInserted().indexOf('\n') < 0 && change.getRemoved().indexOf('\n') < 0) {
            styleLineOf(change.getPosition());
        }
        schedule();
    }

    /// Gives the line that was typed in its styles before it is laid out, so that it is not made twice.
    private void styleLineOf(int offset) {
        int line = area.offsetToPosition(offset, Bias.Forward).getMajor();
        int block = YamlHighlighter.blockAbove(i -> area.getParagraph(i).getText(), line);
        style(
                line,
                area.getParagraph(line).getText(),
                block,
                onLines(line, line).getOrDefault(line, List.of()));
    }

    /// Gives the lines that are in view now their styles soon.
    void schedule() {
        if (!scheduled) {
            scheduled = true;
            tasks.onScreen(this::style);
        }
    }

    private void style() {
        scheduled = false;
        if (area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int lines = area.getParagraphs().size();
        int first = Math.max(0, area.firstVisibleParToAllParIndex() - AHEAD);
        int last = Math.min(lines - 1, area.lastVisibleParToAllParIndex() + AHEAD);
        Map<Integer, List<Marked>> onLines = onLines(first, last);
        int block = YamlHighlighter.blockAbove(i -> area.getParagraph(i).getText(), first);
        for (int i = first; i <= last; i++) {
            String line = area.getParagraph(i).getText();
            if (!area.isFolded(i)) {
                style(i, line, block, onLines.getOrDefault(i, List.of()));
            }
            block = YamlHighlighter.blockBelow(line, block);
        }
    }

    private void style(int index, String line, int block, List<Marked> stretches) {
        StyleSpans<Collection<String>> spans = YamlHighlighter.highlight(line, block);
        for (Marked stretch : stretches) {
            spans = overlaid(spans, stretch);
        }
        if (!spans.equals(area.getStyleSpans(index))) {
            area.setStyleSpans(index, 0, spans);
        }
    }

    /// What is marked in these lines, by line, in columns; of what spans several lines only the first is marked.
    private Map<Integer, List<Marked>> onLines(int first, int last) {
        int from = area.getAbsolutePosition(first, 0);
        int to = area.getAbsolutePosition(last, area.getParagraphLength(last));
        Map<Integer, List<Marked>> onLines = new HashMap<>();
        for (List<Marked> stretches : marked.values()) {
            for (Marked stretch : stretches) {
                if (from <= stretch.start() && stretch.start() <= to) {
                    var at = area.offsetToPosition(stretch.start(), Bias.Forward);
                    int end = at.getMinor() + stretch.end() - stretch.start();
                    onLines.computeIfAbsent(at.getMajor(), _ -> new ArrayList<>())
                            .add(new Marked(
                                    at.getMinor(),
                                    Math.min(end, area.getParagraphLength(at.getMajor())),
                                    stretch.style()));
                }
            }
        }
        return onLines;
    }

    private static StyleSpans<Collection<String>> overlaid(StyleSpans<Collection<String>> spans, Marked stretch) {
        if (stretch.end() <= stretch.start()) {
            return spans;
        }
        StyleSpans<Collection<String>> before = spans.subView(0, stretch.start());
        StyleSpans<Collection<String>> within =
                spans.subView(stretch.start(), stretch.end()).mapStyles(styles -> with(styles, stretch.style()));
        return before.concat(within).concat(spans.subView(stretch.end(), spans.length()));
    }

    private static Collection<String> with(Collection<String> styles, String style) {
        List<String> all = new ArrayList<>(styles);
        all.add(style);
        return List.copyOf(all);
    }
}
