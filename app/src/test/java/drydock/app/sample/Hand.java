package drydock.app.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/// One hand on the mouse and one on the keys. Each deed returns when what it led to at once is done; unlike TestFX's
/// robot it does not wait after each move and each key, so that hundreds of deeds take seconds.
final class Hand {

    private static final int ROUNDS = 2;

    private final Robot robot;

    Hand() {
        robot = WaitForAsyncUtils.waitForAsyncFx(10_000, Robot::new);
    }

    void move(Point2D to) {
        act(List.of(mouse -> mouse.mouseMove(to)));
    }

    void click(Point2D at) {
        act(List.of(
                mouse -> mouse.mouseMove(at),
                mouse -> mouse.mousePress(MouseButton.PRIMARY),
                mouse -> mouse.mouseRelease(MouseButton.PRIMARY)));
    }

    void drag(Point2D from, Point2D to) {
        act(List.of(
                mouse -> mouse.mouseMove(from),
                mouse -> mouse.mousePress(MouseButton.PRIMARY),
                mouse -> mouse.mouseMove(to),
                mouse -> mouse.mouseRelease(MouseButton.PRIMARY)));
    }

    /// Turns the wheel by notches, down where they are more than 0.
    void wheel(int notches) {
        act(List.of(mouse -> mouse.mouseWheel(notches)));
    }

    /// Presses keys, one after the other, and lets them go.
    void keys(KeyCode... keys) {
        List<Consumer<Robot>> deeds = new ArrayList<>();
        List<KeyCode> order = new ArrayList<>(List.of(keys));
        order.forEach(key -> deeds.add(robot -> robot.keyPress(key)));
        Collections.reverse(order);
        order.forEach(key -> deeds.add(robot -> robot.keyRelease(key)));
        act(deeds);
    }

    /// A deed may open a dialog and return only when that is closed: nothing here waits for its end.
    private void act(List<Consumer<Robot>> deeds) {
        Platform.runLater(Hand::wakeWindow);
        deeds.forEach(deed -> Platform.runLater(() -> deed.accept(robot)));
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
    }

    /// The headless platform has no active window after a popup closed, where a real one gives the focus back.
    private static void wakeWindow() {
        List<Window> windows = Window.getWindows().stream()
                .filter(window -> !(window instanceof Tooltip))
                .toList();
        if (windows.size() == 1) {
            windows.getFirst().requestFocus();
        }
    }
}
