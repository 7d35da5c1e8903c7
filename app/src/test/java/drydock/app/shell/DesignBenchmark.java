package drydock.app.shell;

import drydock.app.canvas.CanvasView;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.task.Tasks;
import drydock.app.testing.ManyObjects;
import drydock.app.workspace.Workspace;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// Measures designing in the whole window, on a display: opening and laying out, dragging a figure, a key in the text
/// until the canvas shows it, undo, search, memory.
///
/// `docs/performance.md` has the command. Prints a line for each figure, then ends the process.
public final class DesignBenchmark {

    private static final int DRAGGED_FRAMES = 300;
    private static final int REPEATS = 30;
    private static final ResourceId DRAGGED = new ResourceId("", "Pod", "default", "o0");

    /// How long something took, and the processor time of the JavaFX thread meanwhile, in nanoseconds.
    private record Taken(long nanos, long work) {}

    private final PrintStream out = System.out;
    private final WindowAssembly window;
    private final CanvasView canvas;

    private DesignBenchmark(Stage stage, Path folder) {
        window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new WindowDialogs(() -> stage),
                Settings.in(folder.resolve("settings.properties")),
                RecoveryFolder.in(folder.resolve("recovery")),
                stage::close);
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1600);
        stage.setHeight(1000);
        stage.show();
        canvas = node("#canvas", CanvasView.class);
    }

    /// Measures and ends the process.
    ///
    /// @param arguments how many objects the project has
    public static void main(String[] arguments) throws Exception {
        int objects = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("drydock-benchmark");
        Path project = ManyObjects.write(folder.resolve("project"), objects);
        List<DesignBenchmark> made = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(() -> {
            made.add(new DesignBenchmark(new Stage(), folder));
            started.countDown();
        });
        started.await();
        made.getFirst().measure(project, objects);
        System.exit(0);
    }

    private void measure(Path project, int objects) throws InterruptedException {
        out.printf(Locale.ROOT, "%d objects in %d files%n", objects, objects / 5);
        tell("open, lay out and draw", List.of(time(() -> window.open(List.of(project)), () -> drawn() >= objects)));
        tell("until it is laid out", List.of(time(() -> {}, this::isLaidOut)));
        drag();
        type();
        undoAndRedo();
        search();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                Locale.ROOT, "heap after a collection: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /// Drags a Pod to and fro at 100 %, a little every frame.
    private void drag() throws InterruptedException {
        time(
                () -> {
                    canvas.actualSize();
                    Rect bounds = bounds();
                    Point corner = canvas.viewport().toScreen(new Point(bounds.x(), bounds.y()));
                    canvas.look(canvas.viewport()
                            .panned(canvas.getWidth() / 2 - corner.x(), canvas.getHeight() / 2 - corner.y()));
                },
                () -> true);
        List<Long> intervals = new ArrayList<>();
        List<Long> work = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        new AnimationTimer() {
            private long last = System.nanoTime();
            private long cpu = cpuNanos();
            private int frame;

            @Override
            public void handle(long nowNanos) {
                intervals.add(System.nanoTime() - last);
                last = System.nanoTime();
                work.add(cpuNanos() - cpu);
                cpu = cpuNanos();
                Rect bounds = bounds();
                Point at = canvas.viewport().toScreen(new Point(bounds.x() + 20, bounds.y() + 12));
                if (frame == 0) {
                    mouse(MouseEvent.MOUSE_PRESSED, at);
                } else if (frame == DRAGGED_FRAMES) {
                    mouse(MouseEvent.MOUSE_RELEASED, at);
                    stop();
                    over.countDown();
                } else {
                    double step = frame / 50 % 2 == 0 ? 8 : -8;
                    mouse(MouseEvent.MOUSE_DRAGGED, new Point(at.x() + step, at.y() + step));
                }
                frame++;
            }
        }.start();
        over.await();
        double seconds = intervals.stream().skip(1).mapToLong(Long::longValue).sum() / 1e9;
        out.printf(Locale.ROOT, "dragging: %.0f frames a second%n", (intervals.size() - 1) / seconds);
        print("dragging, work of the JavaFX thread in a frame", work.subList(1, work.size()));
    }

    /// Types into the name of an image in the text.
    private void type() throws InterruptedException {
        CodeArea area = node("#editor-text", CodeArea.class);
        time(() -> window.workspace().selection().select(Set.of(DRAGGED)), () -> area.getLength() > 0);
        time(
                () -> {
                    area.requestFocus();
                    area.moveTo(area.getText().lastIndexOf("image: nginx") + "image: nginx".length());
                },
                () -> true);
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            String letter = String.valueOf((char) ('a' + i % 26));
            taken.add(time(
                    () -> Event.fireEvent(
                            area,
                            new KeyEvent(
                                    KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false)),
                    anotherScene()));
        }
        tell("a key in the text to the canvas", taken);
    }

    private void undoAndRedo() throws InterruptedException {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            taken.add(time(() -> window.workspace().document().undo(), anotherScene()));
            taken.add(time(() -> window.workspace().document().redo(), anotherScene()));
        }
        tell("undo or redo to the canvas", taken);
    }

    private void search() throws InterruptedException {
        time(
                () -> Event.fireEvent(
                        window.scene(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F, false, true, false, false)),
                () -> window.scene().lookup("#find-field") != null);
        TextField field = node("#find-field", TextField.class);
        ListView<?> hits = node("#find-hits", ListView.class);
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            String looked = i % 2 == 0 ? "name:o1" : "nginx";
            List<?> before = List.copyOf(hits.getItems());
            taken.add(time(
                    () -> field.setText(looked),
                    () -> !hits.getItems().isEmpty() && !hits.getItems().equals(before)));
        }
        tell("search, from the text to what is found", taken);
    }

    /// From `action` until a frame is laid out in which `done` holds.
    private Taken time(Runnable action, BooleanSupplier done) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<Taken> taken = new AtomicReference<>(new Taken(0, 0));
        Platform.runLater(() -> {
            AnimationTimer frames = new AnimationTimer() {
                @Override
                public void handle(long nowNanos) {
                    // keeps the frames coming
                }
            };
            frames.start();
            long start = System.nanoTime();
            long cpu = cpuNanos();
            action.run();
            window.scene().addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    if (over.getCount() > 0 && done.getAsBoolean()) {
                        taken.set(new Taken(System.nanoTime() - start, cpuNanos() - cpu));
                        frames.stop();
                        Platform.runLater(() -> window.scene().removePostLayoutPulseListener(this));
                        over.countDown();
                    }
                }
            });
        });
        over.await();
        return taken.get();
    }

    private BooleanSupplier anotherScene() {
        int before = System.identityHashCode(canvas.scene());
        return () -> System.identityHashCode(canvas.scene()) != before;
    }

    private boolean isLaidOut() {
        return canvas.layouts().runningProperty().get().isEmpty();
    }

    private long drawn() {
        return canvas.scene().figures().stream()
                .filter(figure -> figure.id() instanceof FigureId.Of(ResourceId _))
                .count();
    }

    private Rect bounds() {
        return canvas.scene().find(new FigureId.Of(DRAGGED)).orElseThrow().bounds();
    }

    private void mouse(EventType<MouseEvent> type, Point at) {
        Point2D scene = canvas.localToScene(at.x(), at.y());
        Point2D screen = canvas.localToScreen(at.x(), at.y());
        Event.fireEvent(
                canvas,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    private <T extends Node> T node(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(window.scene().lookup(id), id));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void tell(String what, List<Taken> taken) {
        print(what, taken.stream().map(Taken::nanos).toList());
        print(
                what + ", work of the JavaFX thread",
                taken.stream().map(Taken::work).toList());
    }

    private void print(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "%s: median %.1f, 95th percentile %.1f, worst %.1f ms%n",
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6,
                sorted.getLast() / 1e6);
    }
}
