package drydock.app.editor;

import drydock.model.manifest.TextEdit;
import java.util.List;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The keys that begin, indent and comment out lines.
final class LineKeys {

    /// Says how the lines of a stretch of a text are changed.
    private interface Change {
        List<TextEdit> of(String text, int start, int end);
    }

    private final CodeArea area;
    private final TextInStep text;

    LineKeys(CodeArea area, TextInStep text) {
        this.area = area;
        this.text = text;
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Makes comments of the selected lines, or lines of the comments.
    void comment() {
        change(Indentation::comment, "edit.comment");
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
        if (event.isConsumed()) {
            return;
        }
        if (plain && event.getCode() == KeyCode.TAB) {
            tab(event.isShiftDown());
        } else if (plain && event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
            newLine();
        } else {
            return;
        }
        event.consume();
    }

    private void tab(boolean back) {
        if (back) {
            change(Indentation::outdent, "edit.indent");
        } else if (area.getSelectedText().indexOf('\n') >= 0) {
            change(Indentation::indent, "edit.indent");
        } else {
            int line = area.offsetToPosition(area.getSelection().getStart(), Bias.Forward)
                    .getMinor();
            area.replaceSelection(Indentation.toNextStop(line));
        }
    }

    private void newLine() {
        IndexRange selection = area.getSelection();
        var from = area.offsetToPosition(selection.getStart(), Bias.Forward);
        String before = area.getParagraph(from.getMajor()).getText().substring(0, from.getMinor());
        area.replaceSelection("\n" + Indentation.below(before));
        area.requestFollowCaret();
    }

    private void change(Change change, String label) {
        IndexRange selection = area.getSelection();
        List<TextEdit> edits = change.of(text.ends().shown(), selection.getStart(), selection.getEnd());
        int anchor = Indentation.moved(area.getAnchor(), edits);
        int caret = Indentation.moved(area.getCaretPosition(), edits);
        if (text.change(edits, label)) {
            area.selectRange(anchor, caret);
        }
    }
}
