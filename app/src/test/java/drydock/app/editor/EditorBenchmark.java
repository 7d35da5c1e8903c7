package drydock.app.editor;

import drydock.app.canvas.CanvasView;
import drydock.app.cli.Display;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.shell.WindowAssembly;
import drydock.app.task.Tasks;
import drydock.app.workspace.Workspace;
import drydock.model.recovery.RecoveryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// Measures typing in the middle of a file of 20,000 lines, 1,000 objects of 20 lines, in the whole window: how long
/// the
/// JavaFX thread is held by a key, and how long it takes until the text and the canvas show it.
///
/// `docs/performance.md` has the command. Prints a line for each figure, then ends the process.
public final class EditorBenchmark {

    private static final int OBJECTS = 1_000;
    private static final int WARM_UP = 100;
    private static final int TYPED = 300;

    /// Frames from what one key did to the next key.
    private static final int PAUSE_FRAMES = 6;

    private static final String OBJECT = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: pod-NUMBER
          labels:
            app: shop
            tier: tier-TIER
        spec:
          containers:
          - name: shop
            image: nginx
            ports:
            - name: http
              containerPort: 80
            resources:
              requests:
                cpu: 100m
                memory: 64Mi
          restartPolicy: Always
        ---
        """;

    private final PrintStream out = System.out;
    private final List<Long> held = new ArrayList<>();
    private final List<Long> worked = new ArrayList<>();
    private final List<Long> toText = new ArrayList<>();
    private final List<Long> toCanvas = new ArrayList<>();
    private final CanvasView canvas;
    private final CodeArea area;
    private int keys;
    private int pause;
    private long pressedNanos;
    private long keyNanos;
    private long keyCpuNanos;
    private int drawn;
    private boolean textIsDue;

    private EditorBenchmark(Stage stage) {
        Path folder = newFolder();
        WindowAssembly window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new WindowDialogs(() -> stage),
                Settings.in(folder.resolve("settings.properties")),
                RecoveryFolder.in(folder.resolve("recovery")),
                stage::close);
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(1000);
        stage.show();
        canvas = (CanvasView) Objects.requireNonNull(window.scene().lookup("#canvas"));
        area = (CodeArea) Objects.requireNonNull(window.scene().lookup("#editor-text"));
        drawn = shownScene();
        window.open(List.of(write(folder.resolve("project"))));
        stage.getScene().addPostLayoutPulseListener(this::laidOut);
        eachFrame();
    }

    /// Measures and ends the process.
    public static void main(String[] arguments) {
        Display.drawWithoutOne();
        Platform.startup(() -> new EditorBenchmark(new Stage()));
    }

    private void eachFrame() {
        new AnimationTimer() {
            @Override
            public void handle(long nowNanos) {
                frame();
            }
        }.start();
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private int shownScene() {
        return System.identityHashCode(canvas.scene());
    }

    private void frame() {
        if (keys == 0 && (canvas.scene().figures().size() < OBJECTS || area.getLength() == 0)) {
            return;
        }
        if (keys > 0 && pressedNanos > 0 && shownScene() != drawn) {
            toCanvas.add(System.nanoTime() - pressedNanos);
            pressedNanos = 0;
            pause = 0;
        }
        pause++;
        if ((keys == 0 || pressedNanos == 0) && pause > PAUSE_FRAMES) {
            if (keys == WARM_UP + TYPED) {
                print();
                System.exit(0);
            }
            Platform.runLater(this::press);
            pressedNanos = -1;
        }
    }

    private void press() {
        if (keys == 0) {
            area.requestFocus();
            area.moveTo(area.getText().indexOf("image: nginx", area.getLength() / 2) + "image: nginx".length());
            area.requestFollowCaret();
        }
        drawn = shownScene();
        textIsDue = true;
        String letter = String.valueOf((char) ('a' + keys++ % 26));
        keyCpuNanos = cpuNanos();
        keyNanos = System.nanoTime();
        pressedNanos = keyNanos;
        Event.fireEvent(
                area, new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
        held.add(System.nanoTime() - pressedNanos);
    }

    private void laidOut() {
        if (textIsDue) {
            textIsDue = false;
            toText.add(System.nanoTime() - keyNanos);
            worked.add(cpuNanos() - keyCpuNanos);
        }
    }

    private void print() {
        print("JavaFX thread held by a key", held);
        print("work of the JavaFX thread from a key to the text laid out", worked);
        print("key to text laid out", toText);
        print("key to canvas", toCanvas);
    }

    private void print(String name, List<Long> nanos) {
        List<Long> sorted = nanos.stream().skip(WARM_UP).sorted().collect(Collectors.toCollection(ArrayList::new));
        out.printf(
                Locale.ROOT,
                "%s: median %.1f, 99th percentile %.1f, worst %.1f ms%n",
                name,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.getLast() / 1e6);
    }

    private static Path write(Path project) {
        try {
            Files.createDirectories(project);
            return Files.writeString(
                            project.resolve("many.yaml"),
                            IntStream.range(0, OBJECTS)
                                    .mapToObj(i -> OBJECT.replace("NUMBER", String.valueOf(i))
                                            .replace("TIER", String.valueOf(i % 7)))
                                    .collect(Collectors.joining()))
                    .getParent();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("drydock-benchmark");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
