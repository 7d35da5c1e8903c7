package drydock.app.inspector;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Declaration;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The fields of the one selected object.
public final class InspectorView extends ScrollPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final FieldPath NAME = FieldPath.of("metadata", "name");

    private final Messages messages = Messages.of(InspectorView.class);
    private final Workspace workspace;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final GridPane form = new GridPane();
    private final ObservedFacts facts;
    private List<FormField> shown = List.of();

    public InspectorView(Workspace workspace) {
        this.workspace = workspace;
        facts = new ObservedFacts(workspace);
        getStyleClass().add("inspector");
        title.setId("inspector-title");
        title.getStyleClass().add("title-4");
        subtitle.getStyleClass().add("text-muted");
        form.getStyleClass().add("form");
        ColumnConstraints labels = new ColumnConstraints(90, 110, 140);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().setAll(labels, fields);
        VBox content = new VBox(title, subtitle, form, facts);
        content.getStyleClass().add("inspector-content");
        setContent(content);
        setFitToWidth(true);
        workspace.selection().objectsProperty().subscribe(this::update);
        workspace.document().projectProperty().subscribe(this::update);
    }

    private void update() {
        Optional<ResourceId> selected = workspace.selection().single();
        title.setText(selected.map(ResourceId::name)
                .orElseGet(() -> workspace.selection().objects().isEmpty()
                        ? messages.get("inspector.nothing")
                        : messages.get(
                                "inspector.several",
                                workspace.selection().objects().size())));
        Optional<Declaration> declaration = selected.flatMap(
                id -> workspace.document().project().declarations(id).stream().findFirst());
        subtitle.setText(selected.map(id -> id.kind()
                        + declaration
                                .map(d -> " · " + d.path())
                                .orElse(id.namespace().isEmpty() ? "" : " · " + id.namespace()))
                .orElse(""));
        List<FormField> fields = selected.flatMap(id -> declaration.map(d -> FormFields.of(id, d.document())))
                .orElse(List.of());
        if (!fields.equals(shown)) {
            shown = fields;
            show(fields);
        }
    }

    private void show(List<FormField> fields) {
        form.getChildren().clear();
        int row = 0;
        String detail = "";
        for (FormField field : fields) {
            if (!field.detail().isEmpty() && !field.detail().equals(detail)) {
                Label header = new Label(field.detail());
                header.getStyleClass().add("form-header");
                form.add(header, 0, row++, 2, 1);
            }
            detail = field.detail();
            Label label = new Label(messages.get("field." + field.label()));
            label.getStyleClass().add("text-muted");
            Control control = control(field);
            control.setId("field-" + field.path());
            control.setMaxWidth(Double.MAX_VALUE);
            label.setLabelFor(control);
            form.addRow(row++, label, control);
        }
    }

    private Control control(FormField field) {
        return switch (field.kind()) {
            case FormField.Kind.Choice(List<String> values) -> choice(field, values);
            case FormField.Kind.Text _ -> text(field);
            case FormField.Kind.WholeNumber _ -> text(field);
            case FormField.Kind.Port _ -> text(field);
            case FormField.Kind.Pairs _ -> text(field);
        };
    }

    private Control choice(FormField field, List<String> values) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setValue(field.text().isEmpty() ? null : field.text());
        box.setPromptText(values.getFirst());
        box.setOnAction(_ -> enter(field, box, box.getValue() == null ? "" : box.getValue()));
        return box;
    }

    private Control text(FormField field) {
        TextField input = new TextField(field.text());
        input.setOnAction(_ -> enter(field, input, input.getText()));
        input.focusedProperty().subscribe(focused -> {
            if (!focused) {
                enter(field, input, input.getText());
            }
        });
        return input;
    }

    /// Makes what was entered an edit. A form that shows something else by now (the selection went on) is past.
    private void enter(FormField field, Node control, String entered) {
        Optional<ResourceId> selected = workspace.selection().single();
        if (selected.isEmpty() || !shown.contains(field) || entered.strip().equals(field.text())) {
            return;
        }
        FieldInput input = FieldInput.read(field.kind(), entered);
        control.pseudoClassStateChanged(WRONG, input instanceof FieldInput.Wrong);
        switch (input) {
            case FieldInput.Wrong(String problem) -> workspace.messageProperty().set(messages.get(problem, entered));
            case FieldInput.Nothing _ -> workspace.perform(new Edit.RemoveField(selected.get(), field.path()));
            case FieldInput.Value(Object value)
            when field.path().equals(NAME) -> rename(selected.get(), String.valueOf(value));
            case FieldInput.Value(Object value) ->
                workspace.perform(new Edit.SetField(selected.get(), field.path(), value));
        }
    }

    /// The figure keeps its place under the new name.
    private void rename(ResourceId before, String name) {
        ResourceId after = new ResourceId(before.group(), before.kind(), before.namespace(), name);
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.SetField(before, NAME, name));
        Optional<Position> position = workspace.document().project().diagram().position(before);
        position.ifPresent(p -> edits.add(new Edit.MoveFigures(Map.of(after, p))));
        if (workspace.perform(new Edit.Composite(edits))) {
            workspace.selection().select(List.of(after));
        }
    }
}
