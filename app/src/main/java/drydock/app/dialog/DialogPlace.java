package drydock.app.dialog;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.DialogPane;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Where dialogs stand: over the middle of their window, as high as what they say needs, and never beyond an edge of
/// the screen, where a title could not be taken hold of and a button not be pressed.
///
/// JavaFX puts a dialog over its window before it is known how wide its words will be, and does not ask where the
/// screen ends.
public final class DialogPlace {

    /// So much of the screen a dialog leaves free at least, for its frame.
    private static final double FRAME = 16;

    private DialogPlace() {}

    /// Gives `dialog` its window, over which it is shown.
    public static void over(Window owner, Dialog<?> dialog) {
        dialog.initOwner(owner);
        dialog.addEventHandler(DialogEvent.DIALOG_SHOWING, _ -> narrow(owner, dialog.getDialogPane()));
        dialog.addEventHandler(DialogEvent.DIALOG_SHOWN, _ -> {
            fit(dialog.getDialogPane(), owner);
            // words are as wide as they will be from here on
            Platform.runLater(() -> fit(dialog.getDialogPane(), owner));
        });
    }

    /// Makes room for words that have come or gone in a dialog that is shown: it stays as wide, and where its middle
    /// was.
    public static void fit(DialogPane pane) {
        Window window = windowOf(pane);
        if (window != null) {
            fit(pane, window);
        }
    }

    private static void fit(DialogPane pane, Window middle) {
        Window window = windowOf(pane);
        if (window == null || !window.isShowing()) {
            return;
        }
        pane.applyCss();
        pane.requestLayout();
        Scene scene = window.getScene();
        // a title above and as much below as on the left; the height of the window may be one that is still to come
        double frame = scene.getY() + scene.getX();
        double height = Math.ceil(pane.prefHeight(scene.getWidth())) + frame;
        Rectangle2D place = within(
                room(window),
                new Rectangle2D(
                        middle.getX() + (middle.getWidth() - window.getWidth()) / 2,
                        middle.getY() + (middle.getHeight() - height) / 2,
                        window.getWidth(),
                        height));
        window.setWidth(place.getWidth());
        window.setHeight(place.getHeight());
        window.setX(place.getMinX());
        window.setY(place.getMinY());
    }

    /// The same place in `room` or, where it would stick out, the nearest that does not, cut to what there is.
    static Rectangle2D within(Rectangle2D room, Rectangle2D place) {
        double width = Math.min(place.getWidth(), room.getWidth());
        double height = Math.min(place.getHeight(), room.getHeight());
        return new Rectangle2D(
                Math.clamp(place.getMinX(), room.getMinX(), room.getMaxX() - width),
                Math.clamp(place.getMinY(), room.getMinY(), room.getMaxY() - height),
                width,
                height);
    }

    private static void narrow(Window owner, DialogPane pane) {
        pane.applyCss();
        double most = room(owner).getWidth() - FRAME;
        if (pane.prefWidth(-1) > most) {
            pane.setPrefWidth(most);
        }
    }

    private static @Nullable Window windowOf(DialogPane pane) {
        Scene scene = pane.getScene();
        return scene == null ? null : scene.getWindow();
    }

    private static Rectangle2D room(Window window) {
        return Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
    }
}
