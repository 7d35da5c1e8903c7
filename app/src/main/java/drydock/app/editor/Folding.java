package drydock.app.editor;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// Hides the lines that belong to a line above them, and shows them again.
///
/// The text stays as it is. What is hidden stays so while one types elsewhere; wherever the caret goes is shown.
final class Folding {

    /// The area keeps a node for each hidden line, so no more than so many are hidden at once.
    private static final int MOST_HIDDEN = 2_000;

    private final Workspace workspace;
    private final CodeArea area;
    private final Messages messages = Messages.of(Folding.class);
    private Runnable changed = () -> {};
    private boolean watching;

    Folding(Workspace workspace, CodeArea area) {
        this.workspace = workspace;
        this.area = area;
        area.currentParagraphProperty().subscribe(_ -> watchCaret());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Says what follows when lines were hidden or shown.
    void setOnChange(Runnable handler) {
        changed = handler;
    }

    /// Whether lines belong to `line` that can be hidden or are.
    boolean isFoldable(int line) {
        return isFolded(line) || regions().isFoldable(line);
    }

    /// Whether the lines that belong to `line` are hidden.
    boolean isFolded(int line) {
        return line + 1 < area.getParagraphs().size() && area.isFolded(line + 1) && !area.isFolded(line);
    }

    /// Hides the lines that belong to `line`, or shows them again.
    void toggle(int line) {
        if (isFolded(line)) {
            unfold(line);
        } else {
            fold(line);
        }
    }

    /// Hides the innermost lines that the caret is among; it then stands behind what they belong to.
    void foldAtCaret() {
        int line = area.getCurrentParagraph();
        int holder = regions().holder(isFolded(line) ? line - 1 : line);
        if (holder >= 0) {
            fold(holder);
        }
    }

    /// Shows what belongs to the line of the caret.
    void unfoldAtCaret() {
        unfold(area.getCurrentParagraph());
    }

    private void fold(int line) {
        int end = regions().end(line);
        if (end - line + hidden() > MOST_HIDDEN) {
            workspace.messageProperty().set(messages.get("fold.tooMany", MOST_HIDDEN));
            return;
        }
        if (end > line) {
            int caret = area.getCaretPosition();
            int lineEnd = area.getAbsolutePosition(line, area.getParagraphLength(line));
            int blockEnd = area.getAbsolutePosition(end, area.getParagraphLength(end));
            area.foldParagraphs(line, end);
            area.moveTo(lineEnd < caret && caret <= blockEnd ? lineEnd : caret);
            shown(line, end);
        }
    }

    private void unfold(int line) {
        if (isFolded(line)) {
            int caret = area.getCaretPosition();
            int end = line + 1;
            while (end < area.getParagraphs().size() && area.isFolded(end)) {
                end++;
            }
            area.unfoldParagraphs(line);
            area.moveTo(caret);
            shown(line, end - 1);
        }
    }

    private void shown(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(area::recreateParagraphGraphic);
        changed.run();
    }

    private int hidden() {
        return (int) area.getVisibleParagraphs().stream()
                .filter(paragraph -> paragraph.getParagraphStyle().contains("collapse"))
                .count();
    }

    /// What the caret is in is shown, whatever brought it there.
    private void watchCaret() {
        if (!watching) {
            watching = true;
            workspace.tasks().onScreen(() -> {
                watching = false;
                int line = area.getCurrentParagraph();
                while (line > 0 && area.isFolded(line)) {
                    line--;
                }
                if (line < area.getCurrentParagraph()) {
                    unfold(line);
                    area.requestFollowCaret();
                }
            });
        }
    }

    /// Up and down pass over what is hidden.
    private void key(KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (plain && step != 0 && !event.isConsumed()) {
            next(step).ifPresent(line -> {
                area.moveTo(line, Math.min(area.getCaretColumn(), area.getParagraphLength(line)));
                area.requestFollowCaret();
                event.consume();
            });
        }
    }

    /// The next line that is shown, if lines between are hidden.
    private OptionalInt next(int step) {
        int count = area.getParagraphs().size();
        int line = area.getCurrentParagraph() + step;
        if (line < 0 || line >= count || !area.isFolded(line)) {
            return OptionalInt.empty();
        }
        while (line >= 0 && line < count && area.isFolded(line)) {
            line += step;
        }
        return OptionalInt.of(line < 0 || line >= count ? area.getCurrentParagraph() : line);
    }

    private FoldRegions regions() {
        return new FoldRegions(
                i -> area.getParagraph(i).getText(), area.getParagraphs().size());
    }
}
