package drydock.app.inspector;

import drydock.model.assist.FieldOffers;
import drydock.model.form.FieldControl;
import drydock.model.form.FormField;
import drydock.model.form.FormItem;
import drydock.model.manifest.FieldPath;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One entry of a map: its key and its value.
final class PairRow {

    private final FormHost host;
    private final FieldControl control;
    private final FieldPath path;
    private final TextEntry key;
    private final ValueEntry value;
    private final EntryProblem keyProblem;
    private final EntryProblem valueProblem;
    private final VBox node = new VBox();

    /// @param field the map
    /// @param rename takes another key
    PairRow(FormField field, FieldControl control, String name, FormHost host, ValueEntry.Taker rename) {
        this.host = host;
        this.control = control;
        this.path = field.path().key(name);
        FormField entry = field.at(path);
        key = new TextEntry(TextEntry.Lines.ONE, entered -> keyProblem().refuse(rename.take(entered.strip())));
        key.control().setId("key-" + path);
        key.control().setAccessibleText(host.messages().get("pairs.keyOf", field.name()));
        value = ValueEntry.of(control, entered -> take(entry, entered));
        value.control().setId("field-" + path);
        value.control().setAccessibleText(field.name() + " " + name);
        keyProblem = new EntryProblem(key);
        valueProblem = new EntryProblem(value);
        arrange(entry, name);
    }

    private void arrange(FormField entry, String name) {
        HBox line = line(key.node());
        if (control instanceof FieldControl.Text(boolean lines) && lines) {
            node.getChildren().addAll(line, value.node());
        } else {
            line.getChildren().add(value.node());
            HBox.setHgrow(value.node(), Priority.ALWAYS);
            node.getChildren().add(line);
        }
        if (FieldOffers.areThere(entry.qualified())) {
            line.getChildren()
                    .add(FormParts.offers(
                            "offers-" + path, entry, host, () -> host.offers(path), text -> take(entry, text)));
        }
        line.getChildren()
                .add(FormParts.button(
                        "fth-x",
                        host.messages().get("remove", name),
                        "remove-" + path,
                        () -> host.perform(host.edits().clear(path))));
        node.getChildren().addAll(keyProblem, valueProblem);
    }

    private static HBox line(Node first) {
        HBox line = new HBox(first);
        line.getStyleClass().add("form-line");
        HBox.setHgrow(first, Priority.ALWAYS);
        return line;
    }

    private EntryProblem keyProblem() {
        return keyProblem;
    }

    /// An empty text is a value of its own: only the cross takes an entry away.
    private Optional<String> take(FormField entry, String entered) {
        boolean text = control instanceof FieldControl.Text;
        return valueProblem.refuse(
                text && entered.isEmpty() ? host.set(entry, "") : host.enter(entry, control, entered));
    }

    Node node() {
        return node;
    }

    void show(FormItem.Pair pair) {
        boolean mixed = pair.value().filter(FormItem.Mixed.VALUES::equals).isPresent();
        key.show(pair.key(), "");
        value.show(
                host.text(control, path, pair.value()), mixed ? host.messages().get("value.mixed") : "");
        valueProblem.show(host.problems(path));
    }

    /// Goes to the value, to be written over.
    void enterValue() {
        value.control().requestFocus();
        if (value.control() instanceof TextInputControl text) {
            text.selectAll();
        }
    }

    boolean hasFocus() {
        return key.control().isFocused() || value.control().isFocused();
    }

    /// Takes the focus from the row that stood here under another key.
    void takeFocusOf(PairRow other) {
        if (other.value.control().isFocused()) {
            value.control().requestFocus();
        } else if (other.key.control().isFocused()) {
            key.control().requestFocus();
            key.control().positionCaret(other.key.control().getCaretPosition());
        }
    }
}
