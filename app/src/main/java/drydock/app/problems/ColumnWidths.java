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
/// Where there is little room the others give way, so that there never is anything to scroll to sideways.
@SuppressWarnings("rawtypes") // as the table declares it
final class ColumnWidths extends ConstrainedColumnResizeBase implements Callback<TableView.ResizeFeatures, Boolean> {

    private static final Map<ProblemOrder, Double> USUAL_EM =
            Map.of(ProblemOrder.OBJECT, 14.0, ProblemOrder.RULE, 12.0, ProblemOrder.PLACE, 12.0);

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
        double wanted = columns.stream().skip(1).mapToDouble(this::wanted).sum();
        double shrink = wanted == 0 ? 0 : Math.min(1, room * (1 - LEAST_SHARE) / wanted);
        double left = room;
        for (TableColumn<S, ?> column : columns.subList(1, columns.size())) {
            double width = Math.floor(wanted(column) * shrink);
            features.setColumnWidth(column, width);
            left -= width;
        }
        features.setColumnWidth(columns.getFirst(), Math.max(0, left));
    }

    private double wanted(TableColumnBase<?, ?> column) {
        return wantedEm.get(order(column)) * em.getAsDouble();
    }

    private static ProblemOrder order(TableColumnBase<?, ?> column) {
        return (ProblemOrder) column.getUserData();
    }
}
