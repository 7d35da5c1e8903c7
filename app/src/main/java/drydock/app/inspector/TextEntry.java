package drydock.app.inspector;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A text that is taken when Enter is pressed (with Ctrl where Enter begins a line) or the focus goes, and put back by
/// Esc.
final class TextEntry implements ValueEntry {

    private static final int MOST_ROWS = 12;

    private final TextInputControl input;
    private final Taker taker;
    private String shown = "";

    TextEntry(boolean lines, Taker taker) {
        this.input = lines ? new TextArea() : new TextField();
        this.taker = taker;
        input.setMaxWidth(Double.MAX_VALUE);
        input.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        boolean lines = input instanceof TextArea;
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() == lines) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !input.getText().equals(shown)) {
            input.setText(shown);
            input.pseudoClassStateChanged(WRONG, false);
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && lines && !event.isShortcutDown()) {
            input.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private void commit() {
        String entered = input.getText();
        if (entered.equals(shown)) {
            return;
        }
        String before = shown;
        shown = entered;
        boolean wrong = taker.take(entered).isPresent();
        input.pseudoClassStateChanged(WRONG, wrong);
        if (wrong) {
            shown = before;
        }
    }

    @Override
    public Node node() {
        return input;
    }

    @Override
    public TextInputControl control() {
        return input;
    }

    @Override
    public void show(String text, String prompt) {
        boolean typing = input.isFocused() && !input.getText().equals(shown);
        input.setPromptText(prompt);
        shown = text;
        if (!typing && !input.getText().equals(text)) {
            input.setText(text);
            input.pseudoClassStateChanged(WRONG, false);
        }
        if (input instanceof TextArea area) {
            area.setPrefRowCount(Math.clamp(text.lines().count() + 1, 2, MOST_ROWS));
        }
    }
}
