package drydock.app.drift;

import drydock.app.text.Messages;
import drydock.model.drift.ObjectDrift.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// The differences, a field a row; what is selected stays so while others come and go.
final class DriftTable extends TableView<DriftRow> {

    private static final List<String> STATES = List.of("only-here", "only-there", "different", "same");

    private final DriftWords words;
    private final ObservableList<DriftRow> rows = FXCollections.observableArrayList();

    DriftTable(Messages messages, DriftWords words) {
        this.words = words;
        setId("differences");
        getStyleClass().addAll("differences", "problems", "dense");
        setAccessibleText(messages.get("drift.list"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(List.of(
                        stateColumn(messages.get("drift.column.state")),
                        column(messages.get("drift.column.object"), 15, DriftTable::object, OverrunStyle.ELLIPSIS),
                        column(
                                messages.get("drift.column.field"),
                                20,
                                DriftRow::fieldName,
                                OverrunStyle.LEADING_ELLIPSIS),
                        column(messages.get("drift.column.here"), 12, DriftRow::here, OverrunStyle.LEADING_ELLIPSIS),
                        column(
                                messages.get("drift.column.there"),
                                12,
                                DriftRow::there,
                                OverrunStyle.LEADING_ELLIPSIS)));
        SortedList<DriftRow> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    private TableColumn<DriftRow, State> stateColumn(String title) {
        TableColumn<DriftRow, State> column = new TableColumn<>(title);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().drift().state()).getReadOnlyProperty());
        column.setComparator(Comparator.naturalOrder());
        column.setPrefWidth(150);
        column.setCellFactory(_ -> new StateCell());
        return column;
    }

    private static String object(DriftRow row) {
        return row.id().name() + " · " + row.id().kind();
    }

    private static TableColumn<DriftRow, String> column(
            String title, double width, Function<DriftRow, String> text, OverrunStyle overrun) {
        TableColumn<DriftRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())).getReadOnlyProperty());
        column.setPrefWidth(width * 9);
        column.setCellFactory(_ -> new TextCell(overrun));
        return column;
    }

    void show(List<DriftRow> now) {
        Optional<DriftRow> selected = selected();
        rows.setAll(now);
        selected.flatMap(row -> now.stream()
                        .filter(other ->
                                other.id().equals(row.id()) && other.fieldName().equals(row.fieldName()))
                        .findFirst()
                        .or(() -> now.stream()
                                .filter(other -> other.id().equals(row.id()))
                                .findFirst()))
                .ifPresent(row -> getSelectionModel().select(row));
    }

    Optional<DriftRow> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /// Says who has it, by its sign, in words and in a colour.
    private final class StateCell extends TableCell<DriftRow, State> {

        @Override
        protected void updateItem(State state, boolean empty) {
            super.updateItem(state, empty);
            getStyleClass().removeAll(STATES);
            DriftRow row = getTableRow() == null ? null : getTableRow().getItem();
            if (empty || state == null || row == null) {
                setText(null);
                return;
            }
            getStyleClass().add(STATES.get(styleOf(state)));
            setText(DriftWords.sign(state) + "  "
                    + row.field().map(field -> words.side(field.side())).orElseGet(() -> words.state(state)));
        }

        private static int styleOf(State state) {
            return switch (state) {
                case ONLY_HERE -> 0;
                case ONLY_THERE -> 1;
                case DIFFERENT -> 2;
                case SAME -> 3;
            };
        }
    }

    /// Shows what it has no room for when it is pointed at.
    private static final class TextCell extends TableCell<DriftRow, String> {

        private TextCell(OverrunStyle overrun) {
            setTextOverrun(overrun);
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            boolean none = empty || text == null || text.isEmpty();
            setText(none ? null : text);
            setTooltip(none ? null : new Tooltip(text));
        }
    }
}
