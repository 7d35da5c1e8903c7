package drydock.app.shell;

import drydock.app.canvas.CanvasView;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.task.Tasks;
import drydock.app.testing.ManyObjects;
import drydock.app.workspace.Workspace;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.resource.ResourceId;
import drydock.render.scene.FigureId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Measures the window as a whole: from the start of the process to its first frames, what it takes of memory then, the
/// opening of a project of 1,000 objects, and how often a second it is drawn while that is panned.
///
/// `docs/performance.md` has the command. Prints a line for each figure, then ends the process.
public final class WindowBenchmark {

    private static final int OBJECTS = 1_000;
    private static final int PANNED_FRAMES = 600;
    private static final double PANNED_PIXELS = 12;

    private final PrintStream out = System.out;
    private final List<Long> intervals = new ArrayList<>();

    /// Starts the window and measures.
    ///
    /// @param arguments the project to open first
    public static void main(String[] arguments) {
        Platform.startup(() -> new WindowBenchmark().start(new Stage(), Path.of(arguments[0])));
    }

    private void start(Stage stage, Path project) {
        Path folder = newFolder();
        WindowAssembly window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new WindowDialogs(() -> stage),
                Settings.in(folder.resolve("settings.properties")),
                RecoveryFolder.in(folder.resolve("recovery")),
                stage::close);
        stage.setScene(window.scene());
        stage.show();
        CanvasView canvas = (CanvasView) Objects.requireNonNull(window.scene().lookup("#canvas"));
        window.open(List.of(project));
        eachFrame(
                1,
                () -> print(
                        "process start to the window's first frame",
                        sinceStart().toMillis(),
                        "ms"),
                () -> {});
        whenDrawn(canvas, 1, () -> {
            print("process start to the project drawn", sinceStart().toMillis(), "ms");
            print("resident memory then", residentMegabytes(), "MB");
            Path many = ManyObjects.write(folder.resolve("many"), OBJECTS);
            long before = System.nanoTime();
            window.open(List.of(many));
            whenDrawn(canvas, OBJECTS, () -> {
                print("a project of " + OBJECTS + " objects opened and drawn", millis(before), "ms");
                print("resident memory then", residentMegabytes(), "MB");
                pan(canvas);
            });
        });
    }

    private void pan(CanvasView canvas) {
        canvas.actualSize();
        long[] last = {System.nanoTime()};
        eachFrame(
                PANNED_FRAMES,
                () -> {
                    long now = System.nanoTime();
                    intervals.add(now - last[0]);
                    last[0] = now;
                    boolean back = intervals.size() / 60 % 2 == 1;
                    canvas.look(canvas.viewport().panned(back ? PANNED_PIXELS : -PANNED_PIXELS, 0));
                },
                () -> {
                    List<Long> sorted = intervals.stream().sorted().toList();
                    double whole = intervals.stream().mapToLong(Long::longValue).sum() / 1e9;
                    print("frames a second while panning at 100 %", Math.round(intervals.size() / whole), "");
                    print("interval of frames, median", sorted.get(sorted.size() / 2) / 1_000, "µs");
                    print("interval of frames, 95th percentile", sorted.get(sorted.size() * 95 / 100) / 1_000, "µs");
                    Platform.exit();
                    System.exit(0);
                });
    }

    /// Runs `then` one frame after the canvas has shown at least `objects` objects.
    private static void whenDrawn(CanvasView canvas, int objects, Runnable then) {
        new AnimationTimer() {
            private boolean shown;

            @Override
            public void handle(long now) {
                if (shown) {
                    stop();
                    then.run();
                }
                shown = canvas.scene().figures().stream()
                                .filter(figure -> figure.id() instanceof FigureId.Of(ResourceId _))
                                .count()
                        >= objects;
            }
        }.start();
    }

    private static void eachFrame(int frames, Runnable action, Runnable then) {
        new AnimationTimer() {
            private int done;

            @Override
            public void handle(long now) {
                action.run();
                if (++done == frames) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("drydock-benchmark");
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static Duration sinceStart() {
        return Duration.between(ProcessHandle.current().info().startInstant().orElseThrow(), Instant.now());
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }

    /// What the process holds of the machine's memory, on Linux; elsewhere the Java heap alone.
    private static long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException notLinux) {
            return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        }
    }

    private void print(String what, long figure, String unit) {
        out.printf(Locale.ROOT, "%-52s %8d %s%n", what, figure, unit);
    }
}
