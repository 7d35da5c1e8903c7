package drydock.app.live;

import drydock.app.canvas.CanvasView;
import drydock.app.session.ClusterSession;
import drydock.app.testing.MeasuredWindow;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;

/// A whole window that was connected to a live cluster by its dialog, as a user does it; for benchmarks.
final class ConnectedWindow {

    private final MeasuredWindow window;

    private ConnectedWindow(MeasuredWindow window) {
        this.window = window;
    }

    /// Starts JavaFX, opens a window and connects to the kubeconfig's current context, all namespaces.
    ///
    /// @param folder where the window's settings and unsaved work are kept
    /// @param width of the window, in pixels
    static ConnectedWindow open(Path folder, double width, Path kubeconfig) throws InterruptedException {
        ConnectedWindow opened = in(MeasuredWindow.open(folder, width));
        opened.connect(kubeconfig);
        return opened;
    }

    /// A window that is to be connected.
    static ConnectedWindow in(MeasuredWindow window) {
        return new ConnectedWindow(window);
    }

    /// Whether there is a cluster that is looked at. On the JavaFX thread.
    boolean isConnected() {
        return window.assembly().workspace().session().isPresent();
    }

    /// Connects, or once more, after it was disconnected.
    void connect(Path kubeconfig) throws InterruptedException {
        // the dialog keeps this task waiting until it is answered
        Platform.runLater(() -> window.node("#mode-LIVE", ToggleButton.class).fire());
        awaitOnScreen(() -> find("#connect-file") != null);
        onScreen(() -> ((TextField) found("#connect-file")).setText(kubeconfig.toString()));
        awaitOnScreen(() ->
                ((ListView<?>) found("#connect-context")).getSelectionModel().getSelectedItem() != null);
        onScreen(() -> ((TextField) found("#connect-namespace")).clear());
        onScreen(() -> ((Button) found(".dialog-pane .button:default")).fire());
        awaitOnScreen(() -> window.assembly().workspace().session().isPresent());
    }

    CanvasView canvas() {
        return window.node("#canvas", CanvasView.class);
    }

    MeasuredWindow measured() {
        return window;
    }

    /// The cluster that is looked at. On the JavaFX thread.
    ClusterSession session() {
        return window.assembly().workspace().session().orElseThrow();
    }

    /// Closes the window, as its cross does.
    void close() throws InterruptedException {
        onScreen(() -> {
            if (!window.assembly().mayClose()) {
                throw new IllegalStateException("the window asks whether it may be closed");
            }
            ((Stage) window.assembly().scene().getWindow()).close();
        });
    }

    static void onScreen(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                action.run();
            } finally {
                done.countDown();
            }
        });
        done.await();
    }

    /// Waits until `condition` holds on the JavaFX thread.
    static void awaitOnScreen(BooleanSupplier condition) throws InterruptedException {
        boolean[] holds = {false};
        while (!holds[0]) {
            TimeUnit.MILLISECONDS.sleep(20);
            onScreen(() -> holds[0] = condition.getAsBoolean());
        }
    }

    private static Node found(String query) {
        return Objects.requireNonNull(find(query), query);
    }

    private static Node find(String query) {
        return Window.getWindows().stream()
                .map(each -> each.getScene().lookup(query))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
