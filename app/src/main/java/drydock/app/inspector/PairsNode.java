package drydock.app.inspector;

import drydock.model.form.FieldControl;
import drydock.model.form.FormField;
import drydock.model.form.FormItem;
import drydock.model.manifest.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A map as a table: a row for each entry, and an empty one for the next.
final class PairsNode implements FormNode {

    private final FormHost host;
    private final FormField field;
    private final FieldControl control;
    private final VBox box = FormParts.box();
    private final VBox rows = FormParts.box();
    private final Label problem = FormParts.problem();
    private final TextField newKey = new TextField();
    private Map<String, Row> shown = Map.of();

    private record Row(VBox node, TextEntry key, ValueEntry value, Label problem) {}

    PairsNode(FormItem.Pairs pairs, FormHost host) {
        this.host = host;
        this.field = pairs.field();
        this.control = pairs.control();
        Label label = FormParts.label(field, host);
        label.getStyleClass().add("form-heading");
        newKey.setId("new-" + field.path());
        newKey.setPromptText(host.messages().get("pairs.newKey"));
        newKey.setAccessibleText(host.messages().get("pairs.newKeyOf", field.name()));
        newKey.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                add();
                event.consume();
            }
        });
        Button offers =
                FormParts.offers("offers-" + field.path(), field, host, () -> host.keys(field, control), key -> {
                    newKey.setText(key);
                    add();
                });
        HBox adding = new HBox(
                newKey,
                offers,
                FormParts.button(
                        "fth-plus", host.messages().get("add", field.name()), "add-" + field.path(), this::add));
        adding.getStyleClass().add("form-line");
        HBox.setHgrow(newKey, Priority.ALWAYS);
        box.getChildren().addAll(label, rows, adding, problem);
        box.getStyleClass().add("form-table");
    }

    /// Adds an entry without a value, and goes to where the value is entered.
    private void add() {
        String key = newKey.getText().strip();
        if (key.isEmpty()) {
            newKey.requestFocus();
            return;
        }
        boolean known = shown.containsKey(key);
        Object blank = switch (control) {
            case FieldControl.Amount _, FieldControl.Whole _, FieldControl.NumberOrText _ -> 1;
            case FieldControl.Flag _ -> false;
            case FieldControl.Fraction _ -> 1.0;
            case FieldControl.Text _, FieldControl.Choice _, FieldControl.Yaml _ -> "";
        };
        if (known || host.perform(host.edits().set(field.path().key(key), blank))) {
            newKey.clear();
            Row row = shown.get(key);
            if (row != null) {
                row.value().control().requestFocus();
                if (row.value().control() instanceof TextInputControl text) {
                    text.selectAll();
                }
            }
        }
    }

    private Row row(String key) {
        FieldPath path = field.path().key(key);
        FormField entryField = new FormField(field.definition(), field.name(), field.type(), false, path);
        TextEntry name = new TextEntry(false, entered -> rename(path, entered.strip()));
        name.control().setId("key-" + path);
        name.control().setAccessibleText(host.messages().get("pairs.keyOf", field.name()));
        ValueEntry value = ValueEntry.of(control, entered -> host.enter(entryField, control, entered));
        value.control().setId("field-" + path);
        value.control().setAccessibleText(field.name() + " " + key);
        boolean tall = control instanceof FieldControl.Text(boolean lines) && lines;
        Node remove = FormParts.button(
                "fth-x",
                host.messages().get("remove", key),
                "remove-" + path,
                () -> host.perform(host.edits().clear(path)));
        HBox line = new HBox(name.node());
        line.getStyleClass().add("form-line");
        HBox.setHgrow(name.node(), Priority.ALWAYS);
        Label wrong = FormParts.problem();
        VBox node = new VBox(line);
        if (tall) {
            node.getChildren().add(value.node());
        } else {
            line.getChildren().add(value.node());
            HBox.setHgrow(value.node(), Priority.ALWAYS);
        }
        line.getChildren().add(remove);
        node.getChildren().add(wrong);
        return new Row(node, name, value, wrong);
    }

    private Optional<String> rename(FieldPath path, String key) {
        if (!key.isEmpty() && shown.containsKey(key)) {
            return Optional.of(host.messages().get("wrong.key", key));
        }
        boolean made = host.perform(
                key.isEmpty() ? host.edits().clear(path) : host.edits().rename(path, key));
        return made ? Optional.empty() : Optional.of(key);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(FormItem item) {
        List<FormItem.Pair> pairs = ((FormItem.Pairs) item).pairs();
        Map<String, Row> next = new LinkedHashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (FormItem.Pair pair : pairs) {
            Row known = shown.get(pair.key());
            Row row = known == null ? row(pair.key()) : known;
            next.put(pair.key(), row);
            nodes.add(row.node());
        }
        shown = next;
        FormBox.arrange(rows, nodes);
        for (FormItem.Pair pair : pairs) {
            Row row = next.get(pair.key());
            boolean mixed = pair.value().filter(FormItem.Mixed.VALUES::equals).isPresent();
            row.key().show(pair.key(), "");
            row.value()
                    .show(
                            host.text(control, field.path().key(pair.key()), pair.value()),
                            mixed ? host.messages().get("value.mixed") : "");
            row.problem().setText(host.problems(field.path().key(pair.key())));
        }
        problem.setText(host.problems(field.path()));
    }
}
