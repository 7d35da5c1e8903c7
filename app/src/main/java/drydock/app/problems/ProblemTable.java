package drydock.app.problems;

import drydock.app.problems.ProblemRow.Problem;
import drydock.app.text.Messages;
import drydock.model.validation.Finding;
import drydock.model.validation.FindingText;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/// The rows of the list of problems. What is selected stays so while others come and go.
final class ProblemTable extends TableView<ProblemRow> {

    private final List<TableColumn<ProblemRow, ProblemRow>> columns;
    private List<ProblemRow> shown = List.of();
    private Runnable reordered = () -> {};

    /// By what a problem is known to be the same when it is found again.
    private record Key(String rule, Optional<?> object, String file, String field, FindingText text) {
        static Key of(Finding finding) {
            return new Key(finding.rule(), finding.object(), finding.file(), finding.field(), finding.text());
        }
    }

    /// @param em the size of the window's text in pixels
    ProblemTable(Messages messages, DoubleSupplier em) {
        setId("problems");
        getStyleClass().addAll("problems", "dense");
        setAccessibleText(messages.get("problems.list"));
        columns = new ProblemColumns(messages).columns();
        getColumns().setAll(columns);
        setColumnResizePolicy(new ColumnWidths(em));
        setSortPolicy(_ -> {
            reordered.run();
            return true;
        });
    }

    /// Says what is to be done when another order is wanted.
    void setOnReordered(Runnable handler) {
        reordered = handler;
    }

    /// By which column the user wants the rows ordered; by how grave they are unless one was chosen.
    ProblemOrder order() {
        return getSortOrder().isEmpty()
                ? ProblemOrder.SEVERITY
                : (ProblemOrder) getSortOrder().getFirst().getUserData();
    }

    boolean isDescending() {
        return getSortOrder().stream()
                .findFirst()
                .map(TableColumn::getSortType)
                .filter(SortType.DESCENDING::equals)
                .isPresent();
    }

    /// Leaves out the names of rules, where there is little room.
    void setLean(boolean lean) {
        columns.stream()
                .filter(column -> column.getUserData() == ProblemOrder.RULE)
                .forEach(column -> column.setVisible(!lean));
    }

    void show(List<ProblemRow> rows) {
        if (rows.equals(shown)) {
            return;
        }
        int row = getSelectionModel().getSelectedIndex();
        Optional<Key> selected = problem().map(Problem::finding).map(Key::of);
        RowChanges.between(shown, rows)
                .ifPresentOrElse(
                        changes -> changes.make(getItems()), () -> getItems().setAll(rows));
        shown = rows;
        selected.ifPresent(key -> select(key, row));
    }

    /// Selects the row of `key`, or the one that has come to its place: whoever mends one problem goes on with the
    /// next.
    private void select(Key key, int row) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i) instanceof Problem(Finding finding, boolean _)
                    && Key.of(finding).equals(key)) {
                selectOnly(i);
                return;
            }
        }
        if (!shown.isEmpty()) {
            selectOnly(Math.min(row, shown.size() - 1));
        }
    }

    private void selectOnly(int row) {
        if (getSelectionModel().getSelectedIndex() != row
                || !shown.get(row).equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().clearAndSelect(row);
        }
    }

    /// Selects the next problem, or the one before; behind the last comes the first.
    void step(int by) {
        int row = getSelectionModel().getSelectedIndex();
        int at = row < 0 && by < 0 ? 0 : row;
        for (int i = 0; i < shown.size(); i++) {
            at = Math.floorMod(at + by, shown.size());
            if (shown.get(at) instanceof Problem) {
                getSelectionModel().clearAndSelect(at);
                scrollTo(Math.max(0, at - 1));
                return;
            }
        }
    }

    /// The selected row.
    Optional<ProblemRow> row() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /// The selected problem.
    Optional<Problem> problem() {
        return row().filter(Problem.class::isInstance).map(Problem.class::cast);
    }

    /// Where the selected row is; the upper edge of the table while it is not in view.
    Bounds selectedRowOnScreen() {
        for (Node node : lookupAll(".table-row-cell")) {
            if (node instanceof TableRow<?> row && row.isSelected()) {
                return row.localToScreen(row.getBoundsInLocal());
            }
        }
        Bounds all = localToScreen(getBoundsInLocal());
        return new BoundingBox(all.getMinX(), all.getMinY(), all.getWidth(), 0);
    }
}
