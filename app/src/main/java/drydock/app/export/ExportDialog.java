package drydock.app.export;

import drydock.app.dialog.DialogPlace;
import drydock.app.text.Messages;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import javafx.util.StringConverter;

/// Asks what is exported, and how. What a format does not know cannot be chosen for it.
final class ExportDialog extends Dialog<ExportChoice> {

    private static final double LEAST_SCALE = 0.25;
    private static final double MOST_SCALE = 16;

    private final Messages messages = Messages.of(ExportDialog.class);
    private final ComboBox<ExportFormat> format = new ComboBox<>();
    private final CheckBox selection = new CheckBox(messages.get("export.selection"));
    private final CheckBox legend = new CheckBox(messages.get("export.legend"));
    private final CheckBox kustomization = new CheckBox(messages.get("export.kustomization"));
    private final Spinner<Double> scale = new Spinner<>(LEAST_SCALE, MOST_SCALE, 2, 0.5);

    /// @param anySelected whether there is a selection
    ExportDialog(Window owner, ExportChoice last, boolean anySelected) {
        DialogPlace.over(owner, this);
        setTitle(messages.get("export.title"));
        setHeaderText(messages.get("export.title"));
        format.setId("export-format");
        format.getItems().setAll(ExportFormat.values());
        format.setConverter(new FormatNames());
        format.setMaxWidth(Double.MAX_VALUE);
        format.setValue(last.format());
        selection.setId("export-selection");
        selection.setSelected(anySelected && last.selection());
        selection.setDisable(!anySelected);
        legend.setId("export-legend");
        legend.setSelected(last.legend());
        kustomization.setId("export-kustomization");
        kustomization.setSelected(last.kustomization());
        scale.setId("export-scale");
        scale.setEditable(true);
        scale.getValueFactory().setValue(last.scale());
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        Label formatLabel = label("export.format", format);
        Label scaleLabel = label("export.scale", scale);
        form.addRow(0, formatLabel, format);
        form.addRow(1, scaleLabel, scale);
        form.add(selection, 1, 2);
        form.add(legend, 1, 3);
        form.add(kustomization, 1, 4);
        showFor(is(ExportFormat.PNG), scaleLabel, scale);
        showFor(Bindings.createBooleanBinding(() -> format.getValue().isPicture(), format.valueProperty()), legend);
        showFor(is(ExportFormat.MANY_FILES), kustomization);
        getDialogPane().setContent(form);
        getDialogPane()
                .getButtonTypes()
                .setAll(
                        new ButtonType(messages.get("export.do"), ButtonBar.ButtonData.OK_DONE),
                        new ButtonType(messages.get("export.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        setResultConverter(
                button -> button != null && button.getButtonData() == ButtonBar.ButtonData.OK_DONE ? chosen() : null);
    }

    private ExportChoice chosen() {
        return new ExportChoice(
                format.getValue(),
                selection.isSelected(),
                legend.isSelected(),
                scale.getValue(),
                kustomization.isSelected());
    }

    private Label label(String key, Node field) {
        Label label = new Label(messages.get(key));
        label.setLabelFor(field);
        return label;
    }

    private BooleanBinding is(ExportFormat wanted) {
        return format.valueProperty().isEqualTo(wanted);
    }

    private static void showFor(BooleanBinding condition, Node... nodes) {
        for (Node node : nodes) {
            node.disableProperty().bind(condition.not());
        }
    }

    private final class FormatNames extends StringConverter<ExportFormat> {
        @Override
        public String toString(ExportFormat value) {
            return messages.get("export.format." + value.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public ExportFormat fromString(String text) {
            throw new UnsupportedOperationException("formats are chosen, not typed");
        }
    }
}
