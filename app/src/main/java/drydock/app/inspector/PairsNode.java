package drydock.app.inspector;

import drydock.model.assist.FieldOffers;
import drydock.model.form.FieldControl;
import drydock.model.form.FormField;
import drydock.model.form.FormItem;
import drydock.model.manifest.FieldPath;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
    private final EntryProblem problem = new EntryProblem();
    private final TextField newKey = new TextField();
    private Map<String, PairRow> shown = Map.of();

    PairsNode(FormItem.Pairs pairs, FormHost host) {
        this.host = host;
        this.field = pairs.field();
        this.control = pairs.control();
        Label label = FormParts.label(field, host);
        label.getStyleClass().add("form-heading");
        newKey.setId("new-" + field.path());
        newKey.setPromptText(host.messages().get("pairs.newKey"));
        newKey.setAccessibleText(host.messages().get("pairs.newKeyOf", field.name()));
        newKey.textProperty().subscribe(() -> problem.refuse(Optional.empty()));
        newKey.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                add();
                event.consume();
            }
        });
        box.getChildren().addAll(label, rows, adding(), problem);
        box.getStyleClass().add("form-table");
    }

    private HBox adding() {
        HBox adding = new HBox(newKey);
        adding.getStyleClass().add("form-line");
        HBox.setHgrow(newKey, Priority.ALWAYS);
        if (control instanceof FieldControl.Amount || FieldOffers.areThereKeys(field.qualified())) {
            adding.getChildren()
                    .add(FormParts.offers(
                            "offers-" + field.path(), field, host, () -> host.keys(field, control), this::add));
        }
        adding.getChildren()
                .add(FormParts.button(
                        "fth-plus", host.messages().get("add", field.name()), "add-" + field.path(), this::add));
        return adding;
    }

    private void add() {
        String key = newKey.getText().strip();
        if (key.isEmpty()) {
            newKey.requestFocus();
        } else {
            add(key);
        }
    }

    /// Adds an entry without a value, and goes to where the value is entered.
    private void add(String key) {
        Object blank = switch (control) {
            case FieldControl.Amount _, FieldControl.Whole _, FieldControl.NumberOrText _ -> 1;
            case FieldControl.Flag _ -> false;
            case FieldControl.Fraction _ -> 1.0;
            case FieldControl.Text _, FieldControl.Choice _, FieldControl.Yaml _ -> "";
        };
        Optional<String> wrong = shown.containsKey(key)
                ? isThere(key)
                : host.set(field.at(field.path().key(key)), blank);
        if (problem.refuse(wrong).isEmpty()) {
            newKey.clear();
            Optional.ofNullable(shown.get(key)).ifPresent(PairRow::enterValue);
        }
    }

    private Optional<String> isThere(String key) {
        return Optional.of(host.messages().get("wrong.key", key));
    }

    private PairRow row(String key) {
        FieldPath path = field.path().key(key);
        return new PairRow(field, control, key, host, entered -> rename(path, entered));
    }

    private Optional<String> rename(FieldPath path, String key) {
        if (shown.containsKey(key)) {
            return isThere(key);
        }
        return host.tryEdit(
                key.isEmpty() ? host.edits().clear(path) : host.edits().rename(path, key));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(FormItem item) {
        List<FormItem.Pair> pairs = ((FormItem.Pairs) item).pairs();
        Map<String, PairRow> before = shown;
        Map<String, PairRow> next = new LinkedHashMap<>();
        for (FormItem.Pair pair : pairs) {
            PairRow known = before.get(pair.key());
            next.put(pair.key(), known == null ? row(pair.key()) : known);
        }
        shown = next;
        keepFocus(before, next);
        FormBox.arrange(rows, next.values().stream().map(PairRow::node).toList());
        pairs.forEach(pair -> next.get(pair.key()).show(pair));
        problem.show(host.problems(field.path()));
    }

    /// The row of a key that was renamed takes the focus of the one that goes.
    private void keepFocus(Map<String, PairRow> before, Map<String, PairRow> next) {
        Optional<PairRow> left = before.entrySet().stream()
                .filter(entry ->
                        !next.containsKey(entry.getKey()) && entry.getValue().hasFocus())
                .map(Map.Entry::getValue)
                .findFirst();
        Set<String> added = new LinkedHashSet<>(next.keySet());
        added.removeAll(before.keySet());
        if (left.isPresent() && added.size() == 1) {
            PairRow row = next.get(added.iterator().next());
            rows.getChildren().add(row.node());
            row.takeFocusOf(left.get());
        }
    }
}
