package drydock.app.inspector;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// A text that is taken when Enter is pressed (with Ctrl where Enter begins a line) or the focus goes, and put back by
/// Esc.
///
/// **Lines**: a text of one line becomes one of several when such a value is shown or pasted, or by Shift+Enter. A
/// value with characters that no control can hold is shown and cannot be typed into, so that nothing of it is lost.
final class TextEntry implements ValueEntry {

    private static final int MOST_ROWS = 12;

    /// How many lines a text has.
    enum Lines {
        ONE,
        /// One, as long as there are no more.
        ANY,
        SEVERAL
    }

    private final StackPane node = new StackPane();
    private final BooleanProperty wrong = new SimpleBooleanProperty(this, "wrong");
    private final Taker taker;
    private TextInputControl input;
    private String shown = "";
    /// What the control makes of `shown`.
    private String displayed = "";

    TextEntry(Lines lines, Taker taker) {
        this.taker = taker;
        input = switch (lines) {
            case ONE -> new TextField();
            case ANY -> new OneLine();
            case SEVERAL -> new TextArea();
        };
        use(input);
        wrong.subscribe(is -> input.pseudoClassStateChanged(WRONG, is));
    }

    /// A line that makes room when several are pasted.
    private final class OneLine extends TextField {
        @Override
        public void paste() {
            String pasted = Clipboard.getSystemClipboard().getString();
            if (pasted != null && pasted.strip().indexOf('\n') >= 0 && isEditable()) {
                becomeLines();
                input.paste();
            } else {
                super.paste();
            }
        }
    }

    private void use(TextInputControl next) {
        input = next;
        next.setMaxWidth(Double.MAX_VALUE);
        next.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        next.focusedProperty().subscribe(focused -> {
            if (!focused && next == input) {
                commit();
            }
        });
        node.getChildren().setAll(next);
    }

    private void becomeLines() {
        TextInputControl before = input;
        if (before instanceof TextArea) {
            return;
        }
        boolean focused = before.isFocused();
        TextArea area = new TextArea(before.getText());
        area.setId(before.getId());
        area.setAccessibleText(before.getAccessibleText());
        area.setPromptText(before.getPromptText());
        area.setPrefRowCount(2);
        area.selectRange(before.getAnchor(), before.getCaretPosition());
        use(area);
        if (focused) {
            area.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        boolean lines = input instanceof TextArea;
        if (event.getCode() == KeyCode.ENTER && event.isShiftDown() && input instanceof OneLine) {
            becomeLines();
            input.replaceSelection("\n");
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() == lines) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && isChanged()) {
            display();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && lines && !event.isShortcutDown()) {
            input.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private boolean isChanged() {
        return !input.getText().equals(displayed);
    }

    private void commit() {
        if (!isChanged()) {
            return;
        }
        String before = displayed;
        displayed = input.getText();
        String entered = shown.contains("\r\n") ? displayed.replace("\n", "\r\n") : displayed;
        wrong.set(taker.take(entered).isPresent());
        if (wrong.get()) {
            displayed = before;
        }
    }

    private void display() {
        if (shown.indexOf('\n') >= 0 && input instanceof OneLine) {
            becomeLines();
        }
        if (!input.getText().equals(shown)) {
            int caret = input.getCaretPosition();
            input.setText(shown);
            input.positionCaret(Math.min(caret, input.getLength()));
        }
        displayed = input.getText();
        input.setEditable(displayed.equals(shown.replace("\r\n", "\n")));
        wrong.set(false);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public TextInputControl control() {
        return input;
    }

    @Override
    public ReadOnlyBooleanProperty wrongProperty() {
        return wrong;
    }

    @Override
    public void show(String text, String prompt) {
        boolean same = text.equals(shown);
        boolean typing = isChanged() && (input.isFocused() || (wrong.get() && same));
        input.setPromptText(prompt);
        shown = text;
        if (!typing && (!same || isChanged())) {
            display();
        }
        if (input instanceof TextArea area) {
            area.setPrefRowCount(Math.clamp(text.lines().count() + 1, 2, MOST_ROWS));
        }
    }
}
