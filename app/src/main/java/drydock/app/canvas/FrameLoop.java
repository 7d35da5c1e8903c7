package drydock.app.canvas;

import java.util.function.LongPredicate;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Calls what paints a view once a frame, as long as there is something to paint and the view's window is on the
/// screen. A view at rest costs nothing, and one whose window is closed is not held.
final class FrameLoop {

    private final LongPredicate frame;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            if (!frame.test(nowNanos)) {
                stop();
                runs = false;
            }
        }
    };
    private boolean shown;
    private boolean runs;

    /// @param view the view that is painted
    /// @param frame paints; is given the frame's time in nanoseconds, says whether the next frame is needed
    FrameLoop(Node view, LongPredicate frame) {
        this.frame = frame;
        view.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(this::show);
    }

    /// Asks for the next frame.
    void wake() {
        if (shown && !runs) {
            runs = true;
            timer.start();
        }
    }

    private void show(boolean showing) {
        shown = showing;
        if (showing) {
            wake();
        } else {
            timer.stop();
            runs = false;
        }
    }
}
