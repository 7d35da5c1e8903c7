package drydock.app.inspector;

import drydock.app.text.Messages;
import drydock.model.form.FieldSearch;
import drydock.model.form.FormField;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Finds every field of a kind by a part of its name or of its explanation, and opens it in the form.
final class MoreFields extends VBox {

    private static final int MOST = 12;

    private final Messages messages = Messages.of(MoreFields.class);
    private final TextField query = new TextField();
    private final VBox found = FormParts.box();
    private final Consumer<FieldPath> open;
    private Optional<Map<?, ?>> object = Optional.empty();
    private Schema schema = Schema.kubernetes();

    MoreFields(Consumer<FieldPath> open) {
        this.open = open;
        getStyleClass().add("form-box");
        query.setId("more-fields");
        query.setPromptText(messages.get("more.prompt"));
        query.setAccessibleText(messages.get("more.prompt"));
        query.textProperty().subscribe(this::search);
        query.setOnAction(_ -> found.getChildren().stream().findFirst().ifPresent(first -> ((Button) first).fire()));
        getChildren().setAll(query, found);
    }

    /// Searches the kind of this object from now on.
    void searchIn(Schema known, Optional<Map<?, ?>> next) {
        schema = known;
        boolean other = next.isPresent() != object.isPresent();
        object = next;
        setVisible(next.isPresent());
        setManaged(next.isPresent());
        if (other) {
            query.clear();
        }
    }

    private void search() {
        List<FormField> fields = object.map(
                        o -> FieldSearch.find(schema, o, query.getText(), Locale.getDefault(), MOST))
                .orElse(List.of());
        found.getChildren().setAll(fields.stream().map(this::result).toList());
    }

    private Button result(FormField field) {
        Button button = new Button(field.path().toString());
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "more-field");
        button.setId("more-" + field.path());
        button.setMaxWidth(Double.MAX_VALUE);
        field.explanation(schema, Locale.getDefault()).ifPresent(text -> {
            button.setTooltip(FormParts.tooltip(text));
            button.setAccessibleText(field.path() + "\n" + text);
        });
        button.setOnAction(_ -> {
            query.clear();
            open.accept(field.path());
        });
        return button;
    }
}
