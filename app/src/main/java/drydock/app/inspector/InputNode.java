package drydock.app.inspector;

import drydock.model.assist.FieldOffers;
import drydock.model.form.FieldControl;
import drydock.model.form.FormField;
import drydock.model.form.FormItem;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field with one value: its name, its control, and what is wrong with it.
final class InputNode implements FormNode {

    private final FormHost host;
    private final FormField field;
    private final FieldControl control;
    private final ValueEntry entry;
    private final EntryProblem problem;
    private final VBox box;

    InputNode(FormItem.Input input, FormHost host) {
        this.host = host;
        this.field = input.field();
        this.control = input.control();
        this.entry = ValueEntry.of(control, this::take);
        this.problem = new EntryProblem(entry);
        entry.control().setId("field-" + field.path());
        entry.control().setAccessibleText(FormParts.explanation(field, host));
        Label label = FormParts.label(field, host);
        label.setLabelFor(entry.control());
        HBox line = new HBox(label, entry.node());
        line.getStyleClass().add("form-line");
        HBox.setHgrow(entry.node(), Priority.ALWAYS);
        if (control instanceof FieldControl.Whole(var _, boolean seconds) && seconds) {
            line.getChildren().add(new Label(host.messages().get("unit.seconds")));
        }
        if (FieldOffers.areThere(field.qualified()) && entry instanceof TextEntry) {
            line.getChildren()
                    .add(FormParts.offers(
                            "offers-" + field.path(), field, host, () -> host.offers(field.path()), this::take));
        }
        box = new VBox(line, problem);
        box.getStyleClass().add("form-input");
    }

    private Optional<String> take(String entered) {
        return problem.refuse(host.enter(field, control, entered));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(FormItem item) {
        FormItem.Input input = (FormItem.Input) item;
        boolean mixed = input.value().filter(FormItem.Mixed.VALUES::equals).isPresent();
        String prompt = mixed ? host.messages().get("value.mixed") : input.usual();
        entry.show(host.text(control, field.path(), input.value()), prompt);
        problem.show(host.problems(field.path()));
    }
}
