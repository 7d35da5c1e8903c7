package drydock.app.act;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A list in a dialog that is as high as its rows, up to a number of them, and never shows a part of one.
///
/// How high a row is, is said by the style sheet (`-fx-fixed-cell-size`), as a multiple of the text's size.
final class ShortList<T> extends ListView<T> {

    private final int most;

    /// @param most how many rows are seen at once at most
    ShortList(int most) {
        this.most = most;
        getStyleClass().add("change-list");
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        setCellFactory(_ -> new Row<>());
        itemsProperty().flatMap(items -> Bindings.size(items)).subscribe(this::requestLayout);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getFixedCellSize() <= 0) {
            return super.computePrefHeight(width); // no style sheet yet
        }
        int rows = Math.clamp(getItems().size(), 1, most);
        return Math.ceil(rows * getFixedCellSize()) + snappedTopInset() + snappedBottomInset();
    }

    /// Says in full what it has no room for when it is pointed at; a bar to scroll sideways would lie over the last
    /// row.
    private static final class Row<T> extends ListCell<T> {

        Row() {
            setPrefWidth(0);
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            boolean none = empty || item == null;
            setText(none ? null : item.toString());
            setTooltip(none ? null : new Tooltip(item.toString()));
        }
    }
}
