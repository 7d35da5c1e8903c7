package drydock.app.editor;

import drydock.app.task.Tasks;
import drydock.app.text.Messages;
import drydock.model.validation.Finding;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// What stands before each line: a mark where something is wrong, the line's number, and a mark that hides and shows
/// the lines which belong to it.
///
/// The number is as wide as the last line's; a mark tells how grave a problem is by its shape and its colour.
final class Margin implements IntFunction<Node> {

    private final CodeArea area;
    private final IntFunction<List<Finding>> problems;
    private final ObjIntConsumer<Node> fix;
    private final Folding folding;
    private final String fixText = Messages.of(Margin.class).get("margin.fix");
    /// One for all marks, told what to say where the mouse is: lines are made anew with every key.
    private final Tooltip tooltip = new Tooltip();

    private int digits;

    /// @param problems what is wrong on a line, from 0, the gravest first
    /// @param fix offers, beside a node, what mends the problems of a line
    Margin(CodeArea area, IntFunction<List<Finding>> problems, ObjIntConsumer<Node> fix, Folding folding, Tasks tasks) {
        this.fix = fix;
        this.area = area;
        this.problems = problems;
        this.folding = folding;
        this.digits = digits();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        area.plainTextChanges().subscribe(_ -> {
            widen();
            tasks.onScreen(this::renew);
        });
    }

    @Override
    public Node apply(int line) {
        if (area.isFolded(line)) {
            return new Region();
        }
        Label number = new Label(String.format(Locale.ROOT, "%" + digits + "d", line + 1));
        number.getStyleClass().add("lineno");
        HBox margin = new HBox(mark(problems.apply(line)), bulb(line), number, foldMark(line));
        margin.getStyleClass().add("margin");
        return margin;
    }

    private Node foldMark(int line) {
        Region sign = new Region();
        StackPane mark = new StackPane(sign);
        mark.getStyleClass().add("fold-mark");
        if (folding.isFoldable(line)) {
            sign.getStyleClass().addAll("fold-sign", folding.isFolded(line) ? "folded" : "unfolded");
            mark.setOnMouseClicked(_ -> folding.toggle(line));
        }
        return mark;
    }

    /// Makes those marks of the lines in view anew that hide and show what does not belong to their lines any more.
    private void renew() {
        for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
            int line = area.visibleParToAllParIndex(i);
            boolean marked = area.isFolded(line) || hasFoldSign(area.getParagraphGraphic(line));
            if (!area.isFolded(line) && marked != folding.isFoldable(line)) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    private static boolean hasFoldSign(@Nullable Node margin) {
        return margin != null && margin.lookup(".fold-sign") != null;
    }

    private Node mark(List<Finding> findings) {
        Region mark = new Region();
        mark.getStyleClass().add("problem-mark");
        if (!findings.isEmpty()) {
            String severity = findings.getFirst().severity().name().toLowerCase(Locale.ROOT);
            mark.getStyleClass().add(severity);
            explain(mark, text(findings));
        }
        return mark;
    }

    /// A lamp where something can be mended by a click.
    private Node bulb(int line) {
        Region bulb = new Region();
        StackPane place = new StackPane(bulb);
        place.getStyleClass().add("fix-mark");
        if (problems.apply(line).stream().anyMatch(finding -> !finding.fixes().isEmpty())) {
            bulb.getStyleClass().add("fix-bulb");
            place.setOnMouseClicked(_ -> fix.accept(place, line));
            explain(place, fixText);
        }
        return place;
    }

    private void explain(Node mark, String text) {
        mark.setAccessibleText(text);
        mark.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> tooltip.setText(text));
        Tooltip.install(mark, tooltip);
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
