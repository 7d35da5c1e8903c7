package drydock.app.editor;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;

/// Where one says what is looked for in the text, and what is to stand in its place.
final class SearchBar extends VBox {

    private final Messages messages = Messages.of(SearchBar.class);
    private final CodeArea area;
    private final TextSearch search;
    private final TextField words = new TextField();
    private final TextField replacement = new TextField();
    private final ToggleButton sameCase = toggle("search-case", "Aa", "find.case");
    private final ToggleButton wholeWord = toggle("search-word", "W", "find.word");
    private final ToggleButton expression = toggle("search-expression", ".*", "find.expression");
    private final HBox replacing;
    private int from;

    SearchBar(CodeArea area, TextSearch search) {
        this.area = area;
        this.search = search;
        getStyleClass().add("search-bar");
        setId("search-bar");
        prepare(words, "search-text", "find.text");
        prepare(replacement, "search-replacement", "find.replacement");
        Label result = new Label();
        result.setId("search-result");
        result.getStyleClass().add("text-muted");
        result.textProperty().bind(search.resultProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(search.resultProperty());
        result.setTooltip(whole);
        HBox.setHgrow(result, Priority.ALWAYS);
        replacing = new HBox(
                replacement,
                command(
                        "replaceOne",
                        "find.replaceOne",
                        "fth-corner-down-right",
                        () -> search.replace(replacement.getText())),
                command("replaceAll", "find.replaceAll", "fth-repeat", () -> search.replaceAll(replacement.getText())));
        getChildren()
                .setAll(
                        new HBox(
                                words,
                                command("searchPrevious", "find.previous", "fth-chevron-up", search::previous),
                                command("searchNext", "find.next", "fth-chevron-down", search::next),
                                command("searchClose", "find.close", "fth-x", this::close)),
                        new HBox(sameCase, wholeWord, expression, result),
                        replacing);
        replacing.managedProperty().bind(replacing.visibleProperty());
        managedProperty().bind(visibleProperty());
        setVisible(false);
        words.textProperty().subscribe(this::changed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Shows the bar; what is selected in one line is what is looked for.
    void open(boolean replace) {
        from = area.getSelection().getStart();
        replacing.setVisible(replace);
        setVisible(true);
        String selected = area.getSelectedText();
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            words.setText(selected);
        }
        changed();
        words.requestFocus();
        words.selectAll();
    }

    void close() {
        setVisible(false);
        search.end();
        area.requestFocus();
    }

    private void changed() {
        if (isVisible()) {
            search.search(
                    new TextQuery(
                            words.getText(), sameCase.isSelected(), wholeWord.isSelected(), expression.isSelected()),
                    from);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && words.isFocused()) {
            if (event.isShiftDown()) {
                search.previous();
            } else {
                search.next();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && replacement.isFocused()) {
            search.replace(replacement.getText());
            event.consume();
        }
    }

    private void prepare(TextField field, String id, String name) {
        field.setId(id);
        field.setPromptText(messages.get(name));
        field.setAccessibleText(messages.get(name));
        field.setMinWidth(60);
        HBox.setHgrow(field, Priority.ALWAYS);
    }

    private ToggleButton toggle(String id, String text, String name) {
        ToggleButton toggle = new ToggleButton(text);
        toggle.setId(id);
        toggle.getStyleClass().addAll("flat", "search-toggle");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setTooltip(new Tooltip(messages.get(name)));
        toggle.setAccessibleText(messages.get(name));
        toggle.selectedProperty().subscribe((_, _) -> changed());
        return toggle;
    }

    private Node command(String id, String name, String icon, Runnable run) {
        Button button = Action.of(id, messages.get(name), run).withIcon(icon).button();
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
