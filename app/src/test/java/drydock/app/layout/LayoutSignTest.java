package drydock.app.layout;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.app.testing.FxTest;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class LayoutSignTest extends FxTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final LayoutRuns runs = new LayoutRuns(Tasks.inPlace().on(background::add));

    @Override
    protected Scene scene() {
        return new Scene(new StackPane(new LayoutSign(runs)), 600, 300);
    }

    private boolean isShown() {
        return onScreen(() -> lookup("#layout-sign").query().isVisible());
    }

    @Test
    void aLayoutThatTakesLongIsShownAndCanBeCancelled() {
        AtomicBoolean cancelled = new AtomicBoolean();
        assertThat(isShown()).isFalse();
        interact(() -> runs.start(1_000, _ -> Map.of(), _ -> {}, () -> cancelled.set(true)));
        awaitOnScreen("the sign", () -> lookup("#layout-sign").query().isVisible());

        clickOn("#layout-cancel");

        assertThat(cancelled).isTrue();
        assertThat(isShown()).isFalse();
    }

    @Test
    void theSignGoesWhenTheLayoutIsFound() {
        interact(() -> runs.start(1_000, _ -> Map.of(), _ -> {}, () -> {}));
        awaitOnScreen("the sign", () -> lookup("#layout-sign").query().isVisible());

        interact(() -> background.remove().run());

        assertThat(isShown()).isFalse();
    }
}
