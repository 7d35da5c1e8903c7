package drydock.app.inspector;

import drydock.app.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// One of a few values, or none, which is shown as what the server takes then.
final class ChoiceEntry implements ValueEntry {

    private final ComboBox<String> box = new ComboBox<>();
    private final Messages messages = Messages.of(ChoiceEntry.class);
    private final Taker taker;
    private String shown = "";
    private String usual = "";
    private final BooleanProperty wrong = new SimpleBooleanProperty(this, "wrong");

    ChoiceEntry(List<String> values, Taker taker) {
        this.taker = taker;
        List<String> all = new ArrayList<>(values);
        all.addFirst("");
        box.getItems().setAll(all);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null || value.isEmpty() ? unset() : value;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.setOnAction(_ -> choose(box.getValue() == null ? "" : box.getValue()));
    }

    private String unset() {
        return usual.isEmpty() ? messages.get("choice.unset") : messages.get("choice.usual", usual);
    }

    private void choose(String chosen) {
        if (!chosen.equals(shown)) {
            String before = shown;
            shown = chosen;
            wrong.set(false);
            if (taker.take(chosen).isPresent()) {
                show(before, usual);
                wrong.set(true);
            }
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public ComboBox<String> control() {
        return box;
    }

    @Override
    public ReadOnlyBooleanProperty wrongProperty() {
        return wrong;
    }

    @Override
    public void show(String text, String prompt) {
        usual = prompt;
        shown = text;
        box.setPromptText(unset());
        box.setValue(text.isEmpty() ? null : text);
    }
}
