package drydock.app.dialog;

import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/// Where a dialog stands: over the middle of its window, as high as what it says needs, and never beyond an edge of
/// the screen, where a title could not be taken hold of and a button not be pressed. What its buttons say is read in
/// full.
///
/// JavaFX puts a dialog over its window before it is known how wide its words will be, lets it grow downwards, and
/// does not ask where the screen ends.
public final class DialogPlace {

    /// So much of the screen a dialog leaves free at least, for its frame.
    private static final double FRAME = 16;

    /// How long the size of a dialog has to stay before it is taken for the one that the system gave it.
    private static final Duration SETTLING = Duration.millis(80);

    /// How often a size is asked for again that the system did not give.
    private static final int TRIES = 5;

    private final Window owner;
    private final DialogPane pane;
    /// Whether it has a height of its own, whatever it says.
    private final boolean fixed;
    /// Whether the user has not done anything in it yet.
    private boolean fresh = true;
    private final PauseTransition settling = new PauseTransition(SETTLING);
    private int triesLeft = TRIES;
    /// Whether the next change of its size is one that was asked for here, rather than by the user.
    private boolean fitting;

    private DialogPlace(Window owner, DialogPane pane) {
        this.owner = owner;
        this.pane = pane;
        this.fixed = pane.getPrefHeight() != Region.USE_COMPUTED_SIZE;
    }

    /// Gives `dialog` its window, over which it is shown.
    public static void over(Window owner, Dialog<?> dialog) {
        dialog.initOwner(owner);
        KeysOverLists.of(dialog.getDialogPane());
        dialog.addEventHandler(DialogEvent.DIALOG_SHOWING, _ -> {
            DialogPlace place = new DialogPlace(owner, dialog.getDialogPane());
            place.pane.getProperties().put(DialogPlace.class, place);
            place.await();
        });
    }

    /// Makes room for words that have come or gone in a dialog that is shown: it stays as wide, and its middle where it
    /// was.
    public static void fit(DialogPane pane) {
        if (pane.getProperties().get(DialogPlace.class) instanceof DialogPlace place) {
            place.fit();
        }
    }

    /// The same where it is to be as wide as it wants to be by now.
    public static void fitAnew(DialogPane pane) {
        if (pane.getProperties().get(DialogPlace.class) instanceof DialogPlace place) {
            pane.setPrefWidth(Region.USE_COMPUTED_SIZE);
            place.narrow();
            place.fit(pane.prefWidth(-1));
        }
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

    private void widenButtons() {
        for (ButtonType type : pane.getButtonTypes()) {
            Region button = (Region) pane.lookupButton(type);
            button.setMinWidth(Region.USE_PREF_SIZE);
            ButtonBar.setButtonUniformSize(button, false);
        }
    }

    private void narrow() {
        pane.applyCss();
        double most = room(owner).getWidth() - FRAME;
        if (pane.prefWidth(-1) > most) {
            pane.setPrefWidth(most);
        }
    }

    private void await() {
        widenButtons();
        narrow();
        Window dialog = pane.getScene().getWindow();
        dialog.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> begin(dialog));
    }

    /// The size of a dialog that has just been shown may still be on its way from the system: until the user
    /// does something there, it is put over the middle of its window whenever it has another size.
    private void begin(Window dialog) {
        centre(dialog);
        // the keys that opened it are let go over it, and a mouse may stand where it came
        dialog.addEventFilter(KeyEvent.KEY_PRESSED, _ -> fresh = false);
        dialog.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> fresh = false);
        settling.setOnFinished(_ -> settle(dialog));
        dialog.widthProperty().subscribe((before, now) -> {
            if (fresh) {
                centre(dialog);
                settling.playFromStart();
            } else {
                place(dialog, dialog.getX() + moved(before, now), dialog.getY());
            }
        });
        dialog.heightProperty().subscribe((before, now) -> {
            if (fresh) {
                centre(dialog);
                settling.playFromStart();
            } else {
                place(dialog, dialog.getX(), dialog.getY() + moved(before, now));
                fitting = false;
            }
        });
        pane.getScene().focusOwnerProperty().subscribe((_, _) -> later(dialog, this::leadKeys));
        later(dialog, () -> {
            // words are as wide as they will be from here on
            fit();
            leadKeys();
        });
    }

    private static void later(Window dialog, Runnable what) {
        Platform.runLater(() -> {
            if (dialog.isShowing()) {
                what.run();
            }
        });
    }

    /// JavaFX gives the keys to the button that leaves a dialog where the one that does it cannot be pressed yet while
    /// it looks for it, as where a field is filled in late: Enter would leave.
    private void leadKeys() {
        // the window itself may have the keys only a moment later
        Node first = pane.getScene().getFocusOwner();
        boolean wouldLeave =
                fresh && buttons(ButtonBar.ButtonData::isCancelButton).anyMatch(button -> button.equals(first));
        if (wouldLeave) {
            buttons(ButtonBar.ButtonData::isDefaultButton)
                    .filter(button -> button.isVisible() && !button.isDisabled())
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private Stream<Node> buttons(Predicate<ButtonBar.ButtonData> which) {
        return pane.getButtonTypes().stream()
                .filter(type -> which.test(type.getButtonData()))
                .map(pane::lookupButton);
    }

    /// A window system may answer late with the size that the dialog had before it was made to fit: then it is asked
    /// once more.
    private void settle(Window dialog) {
        if (fresh && triesLeft > 0 && dialog.isShowing() && isTooLow(dialog)) {
            triesLeft--;
            dialog.sizeToScene();
            settling.playFromStart();
        }
    }

    private boolean isTooLow(Window dialog) {
        Scene scene = dialog.getScene();
        return pane.prefHeight(scene.getWidth()) > scene.getHeight() + 1
                && dialog.getHeight() + 1 < room(dialog).getHeight();
    }

    private void centre(Window dialog) {
        place(
                dialog,
                owner.getX() + (owner.getWidth() - dialog.getWidth()) / 2,
                owner.getY() + (owner.getHeight() - dialog.getHeight()) / 2);
    }

    /// How far an edge moves so that the middle stays.
    private double moved(Number before, Number now) {
        return fitting ? (before.doubleValue() - now.doubleValue()) / 2 : 0;
    }

    private void fit() {
        fit(pane.getWidth());
    }

    /// JavaFX itself asks how high a dialog wants to be before it asks how wide it is.
    private void fit(double width) {
        Window dialog = pane.getScene() == null ? null : pane.getScene().getWindow();
        if (dialog != null && dialog.isShowing()) {
            fitting = true;
            pane.applyCss();
            pane.setPrefWidth(width);
            if (!fixed) {
                pane.setPrefHeight(Region.USE_COMPUTED_SIZE);
                pane.setPrefHeight(Math.ceil(pane.prefHeight(width)));
            }
            pane.requestLayout();
            dialog.sizeToScene();
        }
    }

    private static void place(Window dialog, double x, double y) {
        Rectangle2D place = within(room(dialog), new Rectangle2D(x, y, dialog.getWidth(), dialog.getHeight()));
        if (place.getWidth() < dialog.getWidth()) {
            dialog.setWidth(place.getWidth());
        }
        if (place.getHeight() < dialog.getHeight()) {
            dialog.setHeight(place.getHeight());
        }
        dialog.setX(place.getMinX());
        dialog.setY(place.getMinY());
    }

    private static Rectangle2D room(Window window) {
        return Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
    }
}
