package drydock.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.FxTest;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class FrameLoopTest extends FxTest {

    private final Pane view = new Pane();
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger needed = new AtomicInteger(1);
    private final FrameLoop loop = new FrameLoop(view, _ -> frames.incrementAndGet() < needed.get());

    @Override
    protected Scene scene() {
        return new Scene(view);
    }

    @Test
    void aViewIsPaintedWhenItComesToTheScreenAndThenRests() {
        awaitOnScreen("the first frame", () -> frames.get() == 1);
        letFramesPass();
        assertThat(frames).hasValue(1);
    }

    @Test
    void aViewAtRestIsPaintedWhenItIsWoken() {
        awaitOnScreen("the first frame", () -> frames.get() == 1);
        interact(() -> loop.wake());
        awaitOnScreen("the second frame", () -> frames.get() == 2);
    }

    @Test
    void aViewThatMovesIsPaintedUntilItHasArrived() {
        interact(() -> {
            needed.set(frames.get() + 5);
            loop.wake();
        });
        awaitOnScreen("all frames", () -> frames.get() == needed.get());
        letFramesPass();
        assertThat(frames).hasValue(needed.get());
    }

    @Test
    void aViewWhoseWindowIsHiddenIsNotPainted() {
        awaitOnScreen("the first frame", () -> frames.get() == 1);
        interact(() -> view.getScene().getWindow().hide());
        interact(() -> loop.wake());
        letFramesPass();
        assertThat(frames).hasValue(1);
    }

    private static void letFramesPass() {
        WaitForAsyncUtils.waitForFxEvents(10);
    }
}
