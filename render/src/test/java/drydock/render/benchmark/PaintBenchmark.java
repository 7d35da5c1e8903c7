package drydock.render.benchmark;

import drydock.render.geometry.Point;
import drydock.render.hit.SceneIndex;
import drydock.render.paint.Backdrop;
import drydock.render.paint.Frame;
import drydock.render.paint.ScenePainter;
import drydock.render.scene.Scene;
import drydock.render.testing.Cards;
import drydock.render.testing.FxToolkit;
import drydock.render.text.FxTextMeasure;
import drydock.render.theme.Theme;
import drydock.render.viewport.Viewport;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import javafx.animation.AnimationTimer;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.stage.Stage;

/// Frames of a 1600 by 1000 canvas: 1,000 cards panned near and at the smallest scale with all their marks, and
/// 150,000 cells panned, zoomed and blinking. Prints milliseconds from frame to frame and on the JavaFX thread.
///
/// From the root, after `mvn test-compile`:
/// ```
/// mvn -o -q -pl render exec:exec -Dexec.skip=false -Dexec.classpathScope=test -Dexec.executable=java \
///   -Dexec.args="-Dglass.platform=Headless -Dprism.order=sw -Djavafx.animation.fullspeed=true -Xmx1500m \
///   --enable-native-access=ALL-UNNAMED -cp %classpath drydock.render.benchmark.PaintBenchmark"
/// ```
public final class PaintBenchmark {

    private static final double WIDTH = 1_600;
    private static final double HEIGHT = 1_000;
    /// The headless screen is no larger; the canvas is painted as a whole all the same.
    private static final double SCREEN = 1_000;

    private static final int WARM_UP = 120;
    private static final int FRAMES = 300;

    private final String name;
    private final SceneIndex[] scenes;
    private final IntFunction<Viewport> flight;

    private PaintBenchmark(String name, IntFunction<Viewport> flight, SceneIndex... scenes) {
        this.name = name;
        this.scenes = scenes;
        this.flight = flight;
    }

    public static void main(String[] args) throws InterruptedException {
        SceneIndex cards = SceneIndex.of(Cards.grid(1_000, 40));
        new PaintBenchmark("1,000 cards, 100 %, panned", i -> new Viewport(1, -i * 7.3, -i * 3.1), cards).run();
        new PaintBenchmark("1,000 cards, 50 %, panned", i -> new Viewport(0.5, -i * 3.3, -i * 1.1), cards).run();
        Scene cells = Cards.grid(150_000, 500);
        long start = System.nanoTime();
        SceneIndex index = SceneIndex.of(cells);
        System.out.printf(Locale.ROOT, "index of 150,000: %.0f ms%n", (System.nanoTime() - start) / 1e6);
        start = System.nanoTime();
        SceneIndex other = index.updated(blinked(cells));
        System.out.printf(Locale.ROOT, "updated, a tenth changed: %.0f ms%n", (System.nanoTime() - start) / 1e6);
        start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            index.topmost(new Point(i * 100, i * 35), 4);
        }
        System.out.printf(Locale.ROOT, "figure at a point: %.1f us%n", (System.nanoTime() - start) / 1e6);
        Viewport all = Viewport.fitting(cells.bounds(), WIDTH, HEIGHT, 20, 1);
        new PaintBenchmark("150,000 cells, all, blinking", i -> all.panned(i % 50, i % 30), index, other).run();
        new PaintBenchmark(
                        "150,000 cells, zoomed in and out",
                        i -> all.zoomed(Math.exp(2.2 * (1 - Math.cos(i * 0.05))), WIDTH / 2, HEIGHT / 2),
                        index)
                .run();
        System.exit(0);
    }

    private static Scene blinked(Scene scene) {
        return Cards.scene(scene.figures().stream()
                .map(f -> f.hashCode() % 10 == 0 ? f.faded(0.5) : f)
                .toList());
    }

    private void run() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        FxToolkit.call(() -> {
            new Run(done).start();
            return done;
        });
        done.await();
    }

    private final class Run extends AnimationTimer {

        private final CountDownLatch done;
        private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
        private final Stage stage = new Stage();
        private final ScenePainter painter = new ScenePainter(new FxTextMeasure());
        private final double[] betweenMillis = new double[FRAMES];
        private final double[] paintMillis = new double[FRAMES];
        private long last;
        private int frame;

        Run(CountDownLatch done) {
            this.done = done;
            stage.setScene(new javafx.scene.Scene(new Group(canvas), SCREEN, SCREEN));
            stage.show();
        }

        @Override
        public void handle(long now) {
            long start = System.nanoTime();
            Frame shown = new Frame(Theme.DARK, flight.apply(frame), WIDTH, HEIGHT, 1, frame / 60.0);
            Backdrop.paint(canvas.getGraphicsContext2D(), shown, 24);
            painter.paint(canvas.getGraphicsContext2D(), scenes[frame % scenes.length], shown);
            int measured = frame++ - WARM_UP;
            if (measured >= 0 && measured < FRAMES) {
                betweenMillis[measured] = (start - last) / 1e6;
                paintMillis[measured] = (System.nanoTime() - start) / 1e6;
            }
            last = start;
            if (measured == FRAMES) {
                stop();
                stage.close();
                print();
                done.countDown();
            }
        }

        private void print() {
            Arrays.sort(betweenMillis);
            Arrays.sort(paintMillis);
            System.out.printf(
                    Locale.ROOT,
                    "%s: frame to frame median %.1f ms, 95th %.1f ms; JavaFX thread median %.1f ms%n",
                    name,
                    betweenMillis[FRAMES / 2],
                    betweenMillis[FRAMES * 95 / 100],
                    paintMillis[FRAMES / 2]);
        }
    }
}
