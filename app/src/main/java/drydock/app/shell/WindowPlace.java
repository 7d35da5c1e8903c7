package drydock.app.shell;

import drydock.app.settings.Settings;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window stands: kept from one start to the next, and always on a screen that is there.
final class WindowPlace {

    private static final double FIRST_WIDTH = 1600;
    private static final double FIRST_HEIGHT = 1000;
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 480;

    private WindowPlace() {}

    /// Puts the window where it was; the first time it fills the screen, and where nobody lets it, it fits on it.
    static void restore(Stage stage, Settings settings) {
        Optional<Rectangle2D> kept = settings.window()
                .map(bounds -> new Rectangle2D(bounds.get(0), bounds.get(1), bounds.get(2), bounds.get(3)));
        Rectangle2D first = new Rectangle2D(0, 0, FIRST_WIDTH, FIRST_HEIGHT);
        Rectangle2D place = within(
                kept.orElse(first),
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        stage.setMaximized(kept.isEmpty() || settings.maximized());
    }

    /// Remembers where the window is.
    static void keep(Stage stage, Settings settings) {
        settings.setMaximized(stage.isMaximized());
        if (!stage.isMaximized() && !stage.isIconified()) {
            settings.setWindow((int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight());
        }
    }

    /// The same place if a screen shows it whole, else the nearest one on the screen that shows most of it.
    ///
    /// @param screens at least one
    static Rectangle2D within(Rectangle2D window, List<Rectangle2D> screens) {
        Rectangle2D screen = screens.getFirst();
        for (Rectangle2D other : screens) {
            if (shared(window, other) > shared(window, screen)) {
                screen = other;
            }
        }
        double width = Math.min(Math.max(window.getWidth(), LEAST_WIDTH), screen.getWidth());
        double height = Math.min(Math.max(window.getHeight(), LEAST_HEIGHT), screen.getHeight());
        double x = Math.clamp(window.getMinX(), screen.getMinX(), screen.getMaxX() - width);
        double y = Math.clamp(window.getMinY(), screen.getMinY(), screen.getMaxY() - height);
        return new Rectangle2D(x, y, width, height);
    }

    private static double shared(Rectangle2D a, Rectangle2D b) {
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }
}
