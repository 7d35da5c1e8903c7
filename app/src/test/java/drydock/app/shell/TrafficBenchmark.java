package drydock.app.shell;

import drydock.app.canvas.CanvasView;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.task.Tasks;
import drydock.app.timeline.SimulationTime;
import drydock.app.workspace.Workspace;
import drydock.model.recovery.RecoveryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// Measures frames of a simulation of 200 Pods at speed 1, in view as a whole: without requests, with 20 a second, and
/// with 1,000 a second. For each the frames a second, the time from frame to frame, and the processor time that the
/// JavaFX thread takes for one, which others on the machine hardly touch.
///
/// `docs/performance.md` has the command. Prints a line for each figure, then ends the process.
public final class TrafficBenchmark {

    private static final int FRAMES = 400;
    private static final Duration STARTED = Duration.ofSeconds(60);
    private static final String SHOP = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 200
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: nginx, ports: [{containerPort: 80}]}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, nodePort: 30000}]}
        """;

    private final PrintStream out = System.out;
    private final Stage stage = new Stage();
    private final WindowAssembly window;
    private final Deque<String> rates = new ArrayDeque<>(List.of("0", "20", "1000"));

    private TrafficBenchmark(Path folder) throws IOException {
        window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new WindowDialogs(() -> stage),
                Settings.in(folder.resolve("settings.properties")),
                RecoveryFolder.in(folder.resolve("recovery")),
                stage::close);
        stage.setScene(window.scene());
        stage.show();
        Path project = Files.createDirectory(folder.resolve("shop"));
        Files.writeString(project.resolve("shop.yaml"), SHOP);
        window.open(List.of(project));
    }

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            try {
                TrafficBenchmark benchmark = new TrafficBenchmark(Files.createTempDirectory("traffic"));
                after(3, benchmark::simulate);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void simulate() {
        ((ButtonBase) Objects.requireNonNull(window.scene().lookup("#mode-SIMULATION"))).fire();
        after(1, () -> {
            time().speedProperty().set(20);
            time().playingProperty().set(true);
            awaitStart();
        });
    }

    private void awaitStart() {
        if (time().elapsedProperty().get().compareTo(STARTED) < 0) {
            after(0.1, this::awaitStart);
            return;
        }
        time().speedProperty().set(1);
        ((CanvasView) Objects.requireNonNull(window.scene().lookup("#canvas"))).fit();
        after(3, this::next);
    }

    private void next() {
        String rate = rates.poll();
        if (rate == null) {
            System.exit(0);
            return;
        }
        if (!rate.equals("0")) {
            TextField console =
                    (TextField) Objects.requireNonNull(window.scene().lookup("#console-input"));
            console.setText("traffic start client service/web --rate=" + rate + "/s");
            console.fireEvent(new ActionEvent());
        }
        after(6, () -> measure(rate));
    }

    private void measure(String rate) {
        List<Double> millis = new ArrayList<>();
        long cpu = cpuNanos();
        long begin = System.nanoTime();
        new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                if (last != 0) {
                    millis.add((now - last) / 1e6);
                }
                last = now;
                if (millis.size() == FRAMES) {
                    stop();
                    tell(rate, millis, (System.nanoTime() - begin) / 1e9, (cpuNanos() - cpu) / 1e6 / FRAMES);
                    next();
                }
            }
        }.start();
    }

    private void tell(String rate, List<Double> millis, double seconds, double cpuMillis) {
        List<Double> sorted = millis.stream().sorted().toList();
        out.printf(
                "%s requests a second: %.0f frames a second, from frame to frame %.1f ms (95th percentile %.1f ms), "
                        + "work of the JavaFX thread in a frame %.1f ms%n",
                rate, FRAMES / seconds, sorted.get(FRAMES / 2), sorted.get(FRAMES * 95 / 100), cpuMillis);
    }

    /// Of the thread that calls.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private SimulationTime time() {
        return (SimulationTime) window.workspace().session().orElseThrow();
    }

    private static void after(double seconds, Runnable action) {
        new Timeline(new KeyFrame(javafx.util.Duration.seconds(seconds), _ -> action.run())).play();
    }
}
