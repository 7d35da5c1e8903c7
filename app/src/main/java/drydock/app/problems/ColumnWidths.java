package drydock.app.problems;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/// How wide the columns of the list of problems are: each as wide as it usually needs, or as the user has drawn it, and
/// the first as wide as the others leave.
///
/// Where there is little room the others give way, so that there never is anything to scroll to sideways:
/// first the rule, which the detail of a problem names; then the object, which goes where its name could not
/// be read; then the place.
@SuppressWarnings("rawtypes") // as the table declares it
final class ColumnWidths extends ConstrainedColumnResizeBase implements Callback<TableView.ResizeFeatures, Boolean> {

    private static final Map<ProblemOrder, Double> USUAL_EM =
            Map.of(ProblemOrder.OBJECT, 14.0, ProblemOrder.RULE, 12.0, ProblemOrder.PLACE, 12.0);

    private static final List<ProblemOrder> GIVING_WAY =
            List.of(ProblemOrder.RULE, ProblemOrder.OBJECT, ProblemOrder.PLACE);

    /// A column that would be narrower than this gives all it has.
    private static final double LEAST_EM = 5;

    /// What the first column has at least, of the whole.
    private static final double LEAST_SHARE = 0.5;

    private final Map<ProblemOrder, Double> wantedEm = new EnumMap<>(USUAL_EM);
    private final DoubleSupplier em;

    /// @param em the size of the window's text in pixels
    ColumnWidths(DoubleSupplier em) {
        this.em = em;
    }

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        TableView.ResizeFeatures<?> typed = features;
        if (typed.getColumn() == null) {
            fit(typed);
            return true;
        }
        boolean drawn = TableView.CONSTRAINED_RESIZE_POLICY_NEXT_COLUMN.call(features);
        typed.getTable().getVisibleLeafColumns().stream()
                .filter(column -> column.getUserData() != ProblemOrder.SEVERITY)
                .forEach(column -> wantedEm.put(order(column), column.getWidth() / em.getAsDouble()));
        return drawn;
    }

    private <S> void fit(TableView.ResizeFeatures<S> features) {
        List<TableColumn<S, ?>> columns = features.getTable().getVisibleLeafColumns();
        if (columns.isEmpty()) {
            return;
        }
        double room = Math.floor(features.getContentWidth());
        List<TableColumn<S, ?>> others = columns.subList(1, columns.size());
        Map<ProblemOrder, Double> wanted = new EnumMap<>(ProblemOrder.class);
        others.forEach(column -> wanted.put(order(column), wanted(column)));
        giveWay(wanted, room * (1 - LEAST_SHARE));
        double left = room;
        for (TableColumn<S, ?> column : others) {
            double width = Math.floor(wanted.getOrDefault(order(column), 0.0));
            features.setColumnWidth(column, width);
            left -= width;
        }
        features.setColumnWidth(columns.getFirst(), Math.max(0, left));
    }

    /// Takes from one column after the other until they fit.
    private void giveWay(Map<ProblemOrder, Double> widths, double room) {
        for (ProblemOrder order : GIVING_WAY) {
            double tooMuch =
                    widths.values().stream().mapToDouble(Double::doubleValue).sum() - room;
            widths.computeIfPresent(order, (_, width) -> tooMuch <= 0 ? width : shrunk(width - tooMuch));
        }
    }

    private double shrunk(double width) {
        return width < LEAST_EM * em.getAsDouble() ? 0 : width;
    }

    private double wanted(TableColumnBase<?, ?> column) {
        return wantedEm.get(order(column)) * em.getAsDouble();
    }

    private static ProblemOrder order(TableColumnBase<?, ?> column) {
        return (ProblemOrder) column.getUserData();
    }
}
