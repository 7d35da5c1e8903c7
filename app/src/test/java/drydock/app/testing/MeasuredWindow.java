package drydock.app.testing;

import com.sun.management.OperatingSystemMXBean;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.shell.WindowAssembly;
import drydock.app.task.Tasks;
import drydock.app.workspace.Workspace;
import drydock.model.recovery.RecoveryFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// A whole window, and how long things take in it; for benchmarks.
public final class MeasuredWindow {

    private final WindowAssembly window;

    /// How long something took, in nanoseconds.
    ///
    /// @param wall by the clock
    /// @param screen the processor time of the JavaFX thread meanwhile
    /// @param process the processor time of the whole process meanwhile, the compiler's and the collector's with it
    public record Taken(long wall, long screen, long process) {}

    private MeasuredWindow(Stage stage, Path folder, double width) {
        window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new WindowDialogs(() -> stage),
                Settings.in(folder.resolve("settings.properties")),
                RecoveryFolder.in(folder.resolve("recovery")),
                stage::close);
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(1000);
        stage.show();
    }

    /// Starts JavaFX and opens a window.
    ///
    /// @param folder where its settings and unsaved work are kept
    public static MeasuredWindow open(Path folder, double width) {
        CompletableFuture<MeasuredWindow> opened = new CompletableFuture<>();
        Platform.startup(() -> opened.complete(new MeasuredWindow(new Stage(), folder, width)));
        return opened.join();
    }

    public WindowAssembly assembly() {
        return window;
    }

    public <T extends Node> T node(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(window.scene().lookup(id), id));
    }

    /// Does `action` and returns when a frame is laid out in which `done` holds.
    public Taken time(Runnable action, BooleanSupplier done) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<Taken> taken = new AtomicReference<>();
        Platform.runLater(() -> {
            long wall = System.nanoTime();
            long screen = cpuNanos();
            long process = processNanos();
            action.run();
            window.scene().addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    if (taken.get() == null && done.getAsBoolean()) {
                        taken.set(new Taken(System.nanoTime() - wall, cpuNanos() - screen, processNanos() - process));
                        Platform.runLater(() -> {
                            window.scene().removePostLayoutPulseListener(this);
                            over.countDown();
                        });
                    } else {
                        Platform.requestNextPulse();
                    }
                }
            });
            Platform.requestNextPulse();
        });
        over.await();
        return taken.get();
    }

    /// Whether what `value` says has become another since now.
    public static BooleanSupplier another(Supplier<?> value) {
        int before = System.identityHashCode(value.get());
        return () -> System.identityHashCode(value.get()) != before;
    }

    /// Types a letter.
    public static void type(Node node, String letter) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
    }

    /// Takes back the letter before the caret.
    public static void backspace(Node node) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.BACK_SPACE, false, false, false, false));
    }

    /// The processor time of this thread.
    public static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// The processor time of this process.
    public static long processNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
