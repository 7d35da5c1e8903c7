package drydock.app.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the list of requests where there is no room to read them all: some go, so that the others can be
/// read, and come again when there is room.
final class RequestColumns {

    /// One column.
    ///
    /// @param leastEm how wide it has to be to be read, as a multiple of the text's size
    /// @param rank the lowest go first
    private record Wish(TableColumn<?, ?> column, double leastEm, int rank) {}

    private final List<Wish> wishes = new ArrayList<>();

    void add(TableColumn<?, ?> column, double leastEm, int rank) {
        wishes.add(new Wish(column, leastEm, rank));
    }

    /// Shows as many as can be read.
    ///
    /// @param em the size of the text in pixels
    void fit(TableView<?> table, double em) {
        List<Wish> shown = new ArrayList<>(wishes);
        shown.sort(Comparator.comparingInt(Wish::rank).reversed());
        while (shown.size() > 1 && shown.stream().mapToDouble(Wish::leastEm).sum() * em > table.getWidth()) {
            shown.removeLast();
        }
        Set<Wish> kept = Set.copyOf(shown);
        for (Wish wish : wishes) {
            wish.column().setVisible(kept.contains(wish));
            wish.column().setMinWidth(wish.leastEm() * em);
        }
    }
}
