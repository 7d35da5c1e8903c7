package drydock.app.inspector;

import drydock.model.form.FieldControl;
import drydock.model.form.FormField;
import drydock.model.form.FormItem;
import drydock.model.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A list of single values: a row for each, and an empty one for the next.
final class ValuesNode implements FormNode {

    private final FormHost host;
    private final FormField field;
    private final FieldControl control;
    private final VBox box = FormParts.box();
    private final VBox rows = FormParts.box();
    private final EntryProblem problem = new EntryProblem();
    private final List<Row> shown = new ArrayList<>();

    private record Row(HBox node, ValueEntry value) {}

    ValuesNode(FormItem.Values values, FormHost host) {
        this.host = host;
        this.field = values.field();
        this.control = values.control();
        Label label = FormParts.label(field, host);
        label.getStyleClass().add("form-heading");
        box.getChildren().addAll(label, rows, problem);
        box.getStyleClass().add("form-table");
    }

    private Row row(int position) {
        FieldPath path = field.path().index(position);
        FormField item = field.at(path);
        ValueEntry value = ValueEntry.of(control, entered -> take(item, entered));
        value.control().setId("field-" + path);
        value.control().setAccessibleText(field.name() + " " + (position + 1));
        HBox line = new HBox(
                value.node(),
                FormParts.button(
                        "fth-arrow-up",
                        host.messages().get("up", field.name() + " " + (position + 1)),
                        "up-" + path,
                        () -> up(position)),
                FormParts.button(
                        "fth-x",
                        host.messages().get("remove", field.name() + " " + (position + 1)),
                        "remove-" + path,
                        () -> remove(position)));
        line.getStyleClass().add("form-line");
        HBox.setHgrow(value.node(), Priority.ALWAYS);
        return new Row(line, value);
    }

    private Optional<String> take(FormField item, String entered) {
        return host.enter(item, control, entered);
    }

    private void up(int position) {
        if (position > 0 && position < shown.size() - 1) {
            host.perform(host.edits().exchangeWithNext(field.path().index(position - 1)));
        }
    }

    private void remove(int position) {
        if (position < shown.size() - 1) {
            host.perform(host.edits().clear(field.path().index(position)));
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(FormItem item) {
        List<Optional<Object>> values = ((FormItem.Values) item).values();
        int wanted = values.size() + 1;
        while (shown.size() > wanted) {
            shown.removeLast();
        }
        while (shown.size() < wanted) {
            shown.add(row(shown.size()));
        }
        FormBox.arrange(rows, shown.stream().map(Row::node).toList());
        for (int i = 0; i < wanted; i++) {
            boolean last = i == values.size();
            shown.get(i)
                    .value()
                    .show(
                            last ? "" : host.text(control, field.path().index(i), values.get(i)),
                            last ? host.messages().get("values.next") : "");
            shown.get(i).node().getChildren().stream().skip(1).forEach(button -> button.setDisable(last));
        }
        problem.show(host.problems(field.path()));
    }
}
