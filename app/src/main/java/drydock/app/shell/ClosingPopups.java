package drydock.app.shell;

import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// Closes menus and other popups before their window closes.
///
/// JavaFX closes them itself, while it tells that the window is shown no more, and fails over those that are told twice
/// (`javafx.stage.PopupWindow`, its listeners on the window and on the owner).
final class ClosingPopups {

    private final EventHandler<WindowEvent> closing = event -> close((Window) event.getTarget());

    void listen(Scene scene) {
        scene.windowProperty().subscribe((before, now) -> move(before, now));
        move(null, scene.getWindow());
    }

    private void move(@Nullable Window before, @Nullable Window now) {
        if (before != null) {
            before.removeEventHandler(WindowEvent.WINDOW_HIDING, closing);
        }
        if (now != null) {
            now.addEventHandler(WindowEvent.WINDOW_HIDING, closing);
        }
    }

    private static void close(Window window) {
        List.copyOf(Window.getWindows()).stream()
                .filter(open -> open instanceof PopupWindow popup && window.equals(popup.getOwnerWindow()))
                .forEach(Window::hide);
    }
}
