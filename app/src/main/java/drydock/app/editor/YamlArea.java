package drydock.app.editor;

import drydock.app.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// A text of YAML that is edited by itself, in no file: with colours, line numbers, and marks at what is wrong.
public final class YamlArea extends BorderPane {

    private static final String WRONG = "wrong";
    private static final double TOOLTIP_WIDTH = 480;

    /// What is wrong at a place of the text.
    public record Remark(int start, int end, String words) {}

    private final CodeArea area = new CodeArea();
    private final LineStyles styles;
    private List<Remark> remarks = List.of();

    public YamlArea(Tasks tasks) {
        getStyleClass().add("editor");
        styles = new LineStyles(area, tasks);
        area.getStyleClass().add("code-area");
        area.setParagraphGraphicFactory(this::margin);
        area.plainTextChanges()
                .subscribe(change -> remarks = remarks.stream()
                        .map(remark -> {
                            Marked moved = new Marked(remark.start(), remark.end(), WRONG).after(change);
                            return new Remark(moved.start(), moved.end(), remark.words());
                        })
                        .toList());
        setCenter(new VirtualizedScrollPane<>(area));
    }

    /// What is typed and read; for tests and for the focus.
    public CodeArea area() {
        return area;
    }

    public String text() {
        return area.getText();
    }

    public ObservableValue<String> textProperty() {
        return area.textProperty();
    }

    /// Puts another text in the place of the one there is; the step can be undone.
    public void setText(String text) {
        area.replaceText(text);
        area.moveTo(0);
        area.requestFollowCaret();
    }

    /// Says that undoing goes no farther back.
    public void forgetHistory() {
        area.getUndoManager().forgetHistory();
    }

    /// Marks what is wrong, in the place of what was marked before, and shows the first of it.
    public void remark(List<Remark> wrong) {
        remarks = List.copyOf(wrong);
        List<Marked> marks = new ArrayList<>();
        for (Remark remark : remarks) {
            marks.add(new Marked(clamped(remark.start()), clamped(remark.end()), "problem-error"));
        }
        styles.mark(WRONG, marks);
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            area.recreateParagraphGraphic(line);
        }
        if (!remarks.isEmpty()) {
            area.moveTo(clamped(remarks.getFirst().start()));
            area.requestFollowCaret();
        }
    }

    private int clamped(int offset) {
        return Math.clamp(offset, 0, area.getLength());
    }

    private Node margin(int line) {
        String words = remarks.stream()
                .filter(remark -> lineOf(remark) == line)
                .map(Remark::words)
                .distinct()
                .collect(Collectors.joining("\n"));
        Region mark = new Region();
        mark.getStyleClass().add("problem-mark");
        if (!words.isEmpty()) {
            mark.getStyleClass().add("error");
            Tooltip tooltip = new Tooltip(words);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(TOOLTIP_WIDTH);
            Tooltip.install(mark, tooltip);
            mark.setAccessibleText(words);
        }
        int digits = Math.max(2, String.valueOf(area.getParagraphs().size()).length());
        Label number = new Label(String.format(Locale.ROOT, "%" + digits + "d", line + 1));
        number.getStyleClass().add("lineno");
        HBox margin = new HBox(mark, number);
        margin.getStyleClass().add("margin");
        return margin;
    }

    private int lineOf(Remark remark) {
        return area.offsetToPosition(clamped(remark.start()), Bias.Forward).getMajor();
    }
}
