package drydock.app.drift;

import drydock.app.text.Messages;
import drydock.model.drift.FieldDrift;
import drydock.model.drift.ObjectDrift.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The differences, a field a row; what is selected stays so while others come and go.
final class DriftTable extends TableView<DriftRow> {

    /// What stands around the words of a cell.
    private static final double AROUND = 20;

    private static final double SIGN_WIDTH = 34;
    /// What can be read, as multiples of the text's size.
    private static final double OBJECT_EM = 9;

    private static final double FIELD_EM = 8;
    private static final double VALUE_EM = 5;
    private static final List<String> STATES = List.of("only-here", "only-there", "different", "same");

    private final DriftWords words;
    private final TableColumn<DriftRow, State> state;
    private final TableColumn<DriftRow, String> object;
    private final TableColumn<DriftRow, String> field;
    private final List<TableColumn<DriftRow, String>> values;
    private final String title;
    private boolean lean;
    private boolean hasFields = true;
    private Font font = Font.getDefault();
    private double stateWidth;
    private final ObservableList<DriftRow> rows = FXCollections.observableArrayList();

    DriftTable(Messages messages, DriftWords words) {
        this.words = words;
        setId("differences");
        getStyleClass().addAll("differences", "problems", "dense");
        setAccessibleText(messages.get("drift.list"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        title = messages.get("drift.column.state");
        state = stateColumn(title);
        values = List.of(
                column(messages.get("drift.column.here"), 12, DriftRow::here, OverrunStyle.LEADING_ELLIPSIS),
                column(messages.get("drift.column.there"), 12, DriftRow::there, OverrunStyle.LEADING_ELLIPSIS));
        object = column(messages.get("drift.column.object"), 15, DriftTable::object, OverrunStyle.ELLIPSIS);
        field = column(messages.get("drift.column.field"), 20, DriftRow::fieldName, OverrunStyle.LEADING_ELLIPSIS);
        getColumns().setAll(List.of(state, object, field));
        getColumns().addAll(values);
        SortedList<DriftRow> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    private TableColumn<DriftRow, State> stateColumn(String title) {
        TableColumn<DriftRow, State> column = new TableColumn<>(title);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().drift().state()).getReadOnlyProperty());
        column.setComparator(Comparator.naturalOrder());
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

    /// Makes columns of it that can be read.
    ///
    /// @param wanted whether there is room only for what differs where, and a sign of how
    /// @param now the font of the rows
    void arrange(boolean wanted, Font now) {
        if (stateWidth == 0 || lean != wanted || !font.equals(now)) {
            lean = wanted;
            font = now;
            double em = now.getSize();
            stateWidth = wanted ? SIGN_WIDTH : widest() + AROUND;
            state.setMinWidth(stateWidth);
            state.setMaxWidth(stateWidth);
            state.setPrefWidth(stateWidth);
            state.setText(wanted ? "" : title);
            object.setMinWidth(OBJECT_EM * em);
            field.setMinWidth(wanted ? 0 : FIELD_EM * em);
            values.forEach(column -> column.setMinWidth(VALUE_EM * em));
            showColumns();
            refresh();
        }
    }

    /// Of all that may stand in the first column.
    private double widest() {
        Stream<String> said = Stream.concat(
                Stream.of(State.values()).map(words::state),
                Stream.of(FieldDrift.Side.values()).map(words::side));
        return said.mapToDouble(this::width).max().orElse(0);
    }

    private double width(String said) {
        Text text = new Text(DriftWords.sign(State.DIFFERENT) + "  " + said);
        text.setFont(font);
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    /// Objects that only one side has, have no fields to be compared.
    private void showColumns() {
        field.setVisible(hasFields);
        values.forEach(column -> column.setVisible(hasFields && !lean));
    }

    void show(List<DriftRow> now) {
        hasFields = now.isEmpty() || now.stream().anyMatch(row -> row.field().isPresent());
        showColumns();
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
                setTooltip(null);
                return;
            }
            getStyleClass().add(STATES.get(styleOf(state)));
            String said = row.field().map(field -> words.side(field.side())).orElseGet(() -> words.state(state));
            setText(lean ? DriftWords.sign(state) : DriftWords.sign(state) + "  " + said);
            setTooltip(lean ? new Tooltip(said) : null);
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
