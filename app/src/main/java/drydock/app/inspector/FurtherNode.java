package drydock.app.inspector;

import drydock.model.form.FormField;
import drydock.model.form.FormItem;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where a field of any name is added to an object of which no schema tells the fields. Nothing is written before it
/// gets a value.
final class FurtherNode implements FormNode {

    private final FormHost host;
    private final FormField field;
    private final TextField name = new TextField();
    private final EntryProblem problem = new EntryProblem();
    private final VBox box = FormParts.box();

    FurtherNode(FormItem.Further further, FormHost host) {
        this.host = host;
        this.field = further.field();
        String owner = field.path().isRoot() ? host.ids().getFirst().kind() : field.name();
        name.setId("further-" + field.path());
        name.setPromptText(host.messages().get("further.prompt"));
        name.setAccessibleText(host.messages().get("further.of", owner));
        name.textProperty().subscribe(() -> problem.refuse(Optional.empty()));
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                add();
                event.consume();
            }
        });
        HBox line = new HBox(
                name,
                FormParts.button(
                        "fth-plus", host.messages().get("add", owner), "add-further-" + field.path(), this::add));
        line.getStyleClass().add("form-line");
        HBox.setHgrow(name, Priority.ALWAYS);
        box.getChildren().addAll(line, problem);
    }

    private void add() {
        String wanted = name.getText().strip();
        if (wanted.isEmpty()) {
            name.requestFocus();
        } else if (host.isWritten(field.path().key(wanted))) {
            problem.refuse(Optional.of(host.messages().get("wrong.key", wanted)));
        } else {
            name.clear();
            host.goTo(field.path().key(wanted));
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(FormItem item) {
        // nothing of it changes
    }
}
