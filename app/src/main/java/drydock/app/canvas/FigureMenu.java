package drydock.app.canvas;

import drydock.app.workspace.Selection;
import drydock.render.scene.FigureId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

/// The context menu of the canvas: by mouse for what is under the pointer, by keyboard for what is selected.
final class FigureMenu {

    private final CanvasView canvas;
    private final Selection selection;
    private final ContextMenu menu = new ContextMenu();
    private Function<Optional<FigureId>, List<MenuItem>> items = _ -> List.of();

    FigureMenu(CanvasView canvas, Selection selection) {
        this.canvas = canvas;
        this.selection = selection;
    }

    /// Says what it offers, for a figure or for the background.
    void setItems(Function<Optional<FigureId>, List<MenuItem>> offered) {
        items = offered;
    }

    void show(ContextMenuEvent event) {
        boolean byKeyboard = event.isKeyboardTrigger();
        Optional<FigureId> figure =
                byKeyboard ? selection.last() : canvas.hits().selectableAt(event.getX(), event.getY());
        menu.getItems().setAll(items.apply(figure));
        if (!menu.getItems().isEmpty()) {
            Point2D at = figure.filter(_ -> byKeyboard)
                    .flatMap(this::onScreen)
                    .orElseGet(() -> new Point2D(event.getScreenX(), event.getScreenY()));
            menu.show(canvas, at.getX(), at.getY());
        }
        event.consume();
    }

    /// The screen's point in the middle of a figure, or the nearest to it that is in view.
    private Optional<Point2D> onScreen(FigureId id) {
        return canvas.scene()
                .find(id)
                .map(figure -> canvas.viewport().toScreen(figure.bounds().center()))
                .map(at -> canvas.localToScreen(
                        Math.clamp(at.x(), 0, canvas.getWidth()), Math.clamp(at.y(), 0, canvas.getHeight())));
    }
}
