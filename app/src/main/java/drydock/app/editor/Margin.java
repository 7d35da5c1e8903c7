package drydock.app.editor;

import drydock.model.validation.Finding;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.CodeArea;

/// What stands before each line: a mark where something is wrong, and the line's number.
///
/// The number is as wide as the last line's; a mark tells how grave a problem is by its shape and its colour.
final class Margin implements IntFunction<Node> {

    private final CodeArea area;
    private final IntFunction<List<Finding>> problems;
    private int digits;

    /// @param problems what is wrong on a line, from 0, the gravest first
    Margin(CodeArea area, IntFunction<List<Finding>> problems) {
        this.area = area;
        this.problems = problems;
        this.digits = digits();
        area.plainTextChanges().subscribe(_ -> widen());
    }

    @Override
    public Node apply(int line) {
        Label number = new Label(String.format(Locale.ROOT, "%" + digits + "d", line + 1));
        number.getStyleClass().add("lineno");
        HBox margin = new HBox(mark(problems.apply(line)), number);
        margin.getStyleClass().add("margin");
        return margin;
    }

    private static Node mark(List<Finding> findings) {
        Region mark = new Region();
        mark.getStyleClass().add("problem-mark");
        if (!findings.isEmpty()) {
            String severity = findings.getFirst().severity().name().toLowerCase(Locale.ROOT);
            mark.getStyleClass().add(severity);
            Tooltip tooltip = new Tooltip(text(findings));
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
            Tooltip.install(mark, tooltip);
            mark.setAccessibleText(tooltip.getText());
        }
        return mark;
    }

    /// What findings say, each in a line of its own with its advice behind it.
    static String text(List<Finding> findings) {
        Locale locale = Locale.getDefault();
        return findings.stream()
                .map(f -> (f.message(locale) + "\n" + f.advice(locale)).strip())
                .collect(Collectors.joining("\n\n"));
    }

    private int digits() {
        return Math.max(2, String.valueOf(area.getParagraphs().size()).length());
    }

    private void widen() {
        if (digits() != digits) {
            digits = digits();
            area.setParagraphGraphicFactory(null);
            area.setParagraphGraphicFactory(this);
        }
    }
}
