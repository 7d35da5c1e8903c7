package drydock.app.comparison;

import drydock.app.dialog.DialogPlace;
import drydock.app.text.Messages;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Window;

/// Shows what is different between two runs.
public final class ComparisonDialog extends Dialog<Void> {

    /// Names of Pods are long, what is said of them is short.
    private static final double OBJECT_WIDTH = 400;

    private final Messages messages = Messages.of(ComparisonDialog.class);

    /// @param moment the moment at which they are compared, as the time bar writes it
    /// @param first what the first run is called
    /// @param second what the second run is called
    public ComparisonDialog(Window owner, String moment, String first, String second, Comparison comparison) {
        DialogPlace.over(owner, this);
        setTitle(messages.get("comparison.title"));
        setHeaderText(
                messages.get("comparison.header", moment, comparison.rows().size()));
        setResizable(true);
        TableView<Comparison.Row> table = new TableView<>();
        table.setId("comparison");
        table.setPrefSize(760, 420);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(messages.get("comparison.same")));
        TableColumn<Comparison.Row, String> objects = column(messages.get("comparison.object"), Comparison.Row::object);
        objects.setPrefWidth(OBJECT_WIDTH);
        table.getColumns().add(objects);
        table.getColumns().add(column(first, row -> row.first().orElse(messages.get("comparison.absent"))));
        table.getColumns().add(column(second, row -> row.second().orElse(messages.get("comparison.absent"))));
        table.getItems().setAll(comparison.rows());
        getDialogPane().setContent(table);
        getDialogPane()
                .getButtonTypes()
                .setAll(new ButtonType(messages.get("comparison.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    }

    private static TableColumn<Comparison.Row, String> column(String title, Function<Comparison.Row, Object> cell) {
        TableColumn<Comparison.Row, String> column = new TableColumn<>(title);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(cell.apply(row.getValue()).toString()).getReadOnlyProperty());
        return column;
    }
}
