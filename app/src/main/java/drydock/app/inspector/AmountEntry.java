package drydock.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A number and its unit. A number that is typed with a unit brings its own.
final class AmountEntry implements ValueEntry {

    private static final List<String> UNITS = List.of("", "m", "Ki", "Mi", "Gi", "Ti", "k", "M", "G", "T");
    private static final Pattern AMOUNT = Pattern.compile("([+-]?[\\d.]+)(n|u|m|[KMGTPE]i|[kMGTPE])?");

    private final TextEntry number;
    private final ComboBox<String> unit = new ComboBox<>();
    private final Taker taker;
    private final HBox node;
    private String shown = "";
    private boolean showing;

    AmountEntry(Taker taker) {
        this.taker = taker;
        number = new TextEntry(TextEntry.Lines.ONE, this::enter);
        unit.getItems().setAll(UNITS);
        unit.getStyleClass().add("amount-unit");
        unit.setValue("");
        unit.setOnAction(_ -> unitChosen());
        unit.accessibleTextProperty().bind(number.control().accessibleTextProperty());
        node = new HBox(number.node(), unit);
        node.getStyleClass().add("form-line");
        HBox.setHgrow(number.node(), Priority.ALWAYS);
    }

    private void unitChosen() {
        if (!showing) {
            enter(number.control().getText());
        }
    }

    private Optional<String> enter(String typed) {
        Matcher amount = AMOUNT.matcher(typed.strip());
        boolean plain = amount.matches() && amount.group(2) == null;
        String chosen = unit.getValue() == null ? "" : unit.getValue();
        String entered = plain ? typed.strip() + chosen : typed.strip();
        if (entered.equals(shown)) {
            return Optional.empty();
        }
        String before = shown;
        shown = entered;
        Optional<String> wrong = taker.take(entered);
        if (wrong.isPresent()) {
            shown = before;
        }
        return wrong;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public TextInputControl control() {
        return number.control();
    }

    @Override
    public ReadOnlyBooleanProperty wrongProperty() {
        return number.wrongProperty();
    }

    @Override
    public void show(String text, String prompt) {
        shown = text;
        Matcher amount = AMOUNT.matcher(text);
        boolean split = amount.matches();
        number.show(split ? amount.group(1) : text, prompt);
        if (split || !text.isEmpty()) {
            showing = true;
            unit.setValue(split && amount.group(2) != null ? amount.group(2) : "");
            showing = false;
        }
    }
}
