package drydock.app.editor;

import drydock.app.canvas.CanvasView;
import drydock.app.cli.Display;
import drydock.app.testing.Figures;
import drydock.app.testing.MeasuredWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.fxmisc.richtext.CodeArea;

/// Measures typing in the middle of a file of 20,000 lines, 1,000 objects of 20 lines, in the whole window: how long
/// the JavaFX thread is held by a key, and how long it takes until the text and the canvas show it.
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

    private EditorBenchmark(MeasuredWindow window, Path project) {
        canvas = window.node("#canvas", CanvasView.class);
        area = window.node("#editor-text", CodeArea.class);
        drawn = shownScene();
        window.assembly().open(List.of(project));
        window.assembly().scene().addPostLayoutPulseListener(this::laidOut);
        eachFrame();
    }

    /// Measures and ends the process.
    public static void main(String[] arguments) {
        Display.drawWithoutOne();
        Path folder = newFolder();
        Path project = write(folder.resolve("project"));
        MeasuredWindow window = MeasuredWindow.open(folder, 1000);
        Platform.runLater(() -> new EditorBenchmark(window, project));
    }

    private void eachFrame() {
        new AnimationTimer() {
            @Override
            public void handle(long nowNanos) {
                frame();
            }
        }.start();
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
        keyCpuNanos = MeasuredWindow.cpuNanos();
        keyNanos = System.nanoTime();
        pressedNanos = keyNanos;
        MeasuredWindow.type(area, letter);
        held.add(System.nanoTime() - pressedNanos);
    }

    private void laidOut() {
        if (textIsDue) {
            textIsDue = false;
            toText.add(System.nanoTime() - keyNanos);
            worked.add(MeasuredWindow.cpuNanos() - keyCpuNanos);
        }
    }

    private void print() {
        print("JavaFX thread held by a key", held);
        print("work of the JavaFX thread from a key to the text laid out", worked);
        print("key to text laid out", toText);
        print("key to canvas", toCanvas);
    }

    private static void print(String name, List<Long> nanos) {
        Figures.print(name, nanos.subList(WARM_UP, nanos.size()));
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
