package drydock.app.shell;

import drydock.app.canvas.CanvasView;
import drydock.app.testing.Figures;
import drydock.app.testing.ManyObjects;
import drydock.app.testing.MeasuredWindow;
import drydock.app.testing.MeasuredWindow.Taken;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;

/// Measures designing in the whole window, on a display: opening and laying out, dragging a figure, a key in the text
/// until the canvas shows it, undo, search, memory.
///
/// `docs/performance.md` has the command. Prints a line for each figure, then ends the process.
public final class DesignBenchmark {

    private static final int DRAGGED_FRAMES = 300;
    private static final int REPEATS = 30;
    private static final ResourceId DRAGGED = new ResourceId("", "Pod", "default", "o0");

    private final MeasuredWindow window;
    private final CanvasView canvas;

    private DesignBenchmark(MeasuredWindow window) {
        this.window = window;
        canvas = window.node("#canvas", CanvasView.class);
    }

    /// Measures and ends the process.
    ///
    /// @param arguments how many objects the project has
    public static void main(String[] arguments) throws Exception {
        int objects = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("drydock-benchmark");
        Path project = ManyObjects.write(folder.resolve("project"), objects);
        new DesignBenchmark(MeasuredWindow.open(folder, 1600)).measure(project, objects);
        System.exit(0);
    }

    private void measure(Path project, int objects) throws InterruptedException {
        System.out.printf(Locale.ROOT, "%d objects in %d files%n", objects, objects / 5);
        Figures.tell(
                "open, lay out and draw",
                List.of(window.time(() -> window.assembly().open(List.of(project)), () -> drawn() >= objects)));
        Figures.tell("until it is laid out", List.of(window.time(() -> {}, this::isLaidOut)));
        drag();
        type();
        undoAndRedo();
        search();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT, "heap after a collection: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /// Drags a Pod to and fro at 100 %, a little every frame.
    private void drag() throws InterruptedException {
        window.time(
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
            private long cpu = MeasuredWindow.cpuNanos();
            private int frame;

            @Override
            public void handle(long nowNanos) {
                intervals.add(System.nanoTime() - last);
                last = System.nanoTime();
                work.add(MeasuredWindow.cpuNanos() - cpu);
                cpu = MeasuredWindow.cpuNanos();
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
        System.out.printf(Locale.ROOT, "dragging: %.0f frames a second%n", (intervals.size() - 1) / seconds);
        Figures.print("dragging, work of the JavaFX thread in a frame", work.subList(1, work.size()));
    }

    /// Types into the name of an image in the text.
    private void type() throws InterruptedException {
        CodeArea area = window.node("#editor-text", CodeArea.class);
        window.time(
                () -> window.assembly().workspace().selection().select(Set.of(DRAGGED)), () -> area.getLength() > 0);
        window.time(
                () -> {
                    area.requestFocus();
                    area.moveTo(area.getText().lastIndexOf("image: nginx") + "image: nginx".length());
                },
                () -> true);
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            String letter = String.valueOf((char) ('a' + i % 26));
            taken.add(window.time(() -> MeasuredWindow.type(area, letter), anotherScene()));
        }
        Figures.tell("a key in the text to the canvas", taken);
    }

    private void undoAndRedo() throws InterruptedException {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            taken.add(window.time(() -> window.assembly().workspace().document().undo(), anotherScene()));
            taken.add(window.time(() -> window.assembly().workspace().document().redo(), anotherScene()));
        }
        Figures.tell("undo or redo to the canvas", taken);
    }

    private void search() throws InterruptedException {
        window.time(
                () -> Event.fireEvent(
                        window.assembly().scene(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F, false, true, false, false)),
                () -> window.assembly().scene().lookup("#find-field") != null);
        TextField field = window.node("#find-field", TextField.class);
        ListView<?> hits = window.node("#find-hits", ListView.class);
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            String looked = i % 2 == 0 ? "name:o1" : "nginx";
            List<?> before = List.copyOf(hits.getItems());
            taken.add(window.time(
                    () -> field.setText(looked),
                    () -> !hits.getItems().isEmpty() && !hits.getItems().equals(before)));
        }
        Figures.tell("search, from the text to what is found", taken);
    }

    private BooleanSupplier anotherScene() {
        return MeasuredWindow.another(canvas::scene);
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
}
