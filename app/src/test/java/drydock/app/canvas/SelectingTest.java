package drydock.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several figures are selected by clicks with Ctrl, and taken out again by another.
class SelectingTest extends WindowTest {

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
    }

    @Test
    void aClickWithCtrlAddsAndTheNextTakesOut() {
        clickWithCtrl(SERVICE);
        clickWithCtrl(CONTROLLER);
        assertThat(selected()).containsExactlyInAnyOrder(SERVICE, CONTROLLER);

        clickWithCtrl(SERVICE);
        assertThat(selected()).containsExactly(CONTROLLER);
        clickWithCtrl(CONTROLLER);
        assertThat(selected()).isEmpty();
    }

    private List<ResourceId> selected() {
        return onScreen(() -> workspace().selection().objects());
    }

    /// The mouse events of the click: those of the headless platform's robot know nothing of the keys.
    private void clickWithCtrl(ResourceId object) {
        interact(() -> {
            Rect bounds = figure(object).orElseThrow().bounds();
            Point at = canvas().viewport().toScreen(new Point(bounds.center().x(), bounds.y() + 12));
            fire(MouseEvent.MOUSE_PRESSED, at.x(), at.y());
            fire(MouseEvent.MOUSE_RELEASED, at.x(), at.y());
        });
    }

    private void fire(EventType<MouseEvent> type, double x, double y) {
        boolean down = type.equals(MouseEvent.MOUSE_PRESSED);
        Point2D scene = canvas().localToScene(x, y);
        Point2D screen = canvas().localToScreen(x, y);
        Event.fireEvent(
                canvas(),
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        true,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }
}
