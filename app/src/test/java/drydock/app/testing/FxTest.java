package drydock.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/// A test that drives a real window, without a display, with mouse and keyboard. It fails if an exception was logged
/// or not caught while it ran.
public abstract class FxTest extends ApplicationTest {

    private static final int MOST_TRIES = 4;

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 1000;

    private final LoggedFailures logged = new LoggedFailures();

    /// What the window shows; called on the JavaFX thread.
    protected abstract Scene scene();

    @Override
    public final void start(Stage stage) {
        stage.setScene(scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        stage.toFront();
    }

    @BeforeEach
    void watchForFailures() {
        logged.start();
    }

    @AfterEach
    void failOnLoggedFailures() throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        FxToolkit.cleanupStages();
        logged.stop();
        assertThat(logged.failures()).isEmpty();
    }

    /// Looks nodes up on the JavaFX thread: the scene may change while another thread walks it.
    @Override
    public NodeQuery lookup(String query) {
        return onScreen(() -> super.lookup(query));
    }

    @Override
    public <T extends Node> NodeQuery lookup(Predicate<T> predicate) {
        return onScreen(() -> super.lookup(predicate));
    }

    /// Runs `call` on the JavaFX thread and gives its result.
    protected static <T> T onScreen(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, call);
    }

    /// Waits until `condition` holds on the JavaFX thread, at most 15 seconds.
    protected static void awaitOnScreen(String what, BooleanSupplier condition) {
        awaitOnScreen(what, Duration.ofSeconds(15), condition);
    }

    /// Waits until `condition` holds on the JavaFX thread.
    protected static void awaitOnScreen(String what, Duration limit, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(limit.toSeconds(), TimeUnit.SECONDS, () -> onScreen(condition::getAsBoolean));
        } catch (TimeoutException late) {
            throw new AssertionError("not within " + limit.toSeconds() + " s: " + what, late);
        }
    }

    /// Does `action` until `condition` holds on the JavaFX thread: the two clicks of a double click, for example, count
    /// as two where the first takes long, as it does the first time.
    protected static void awaitOnScreen(String what, BooleanSupplier condition, Runnable action) {
        for (int tried = 1; tried < MOST_TRIES; tried++) {
            action.run();
            try {
                WaitForAsyncUtils.waitFor(2, TimeUnit.SECONDS, () -> onScreen(condition::getAsBoolean));
                return;
            } catch (TimeoutException again) {
                // it is done once more
            }
        }
        action.run();
        awaitOnScreen(what, condition);
    }
}
