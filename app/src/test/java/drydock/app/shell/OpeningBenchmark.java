package drydock.app.shell;

import drydock.app.canvas.CanvasView;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Colours;
import drydock.app.settings.Preferences;
import drydock.app.settings.Settings;
import drydock.app.task.Tasks;
import drydock.app.workspace.Workspace;
import drydock.model.recovery.RecoveryFolder;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Measures how a project is opened: when it is seen in rows and when laid out, and how long the window stands still.
///
/// `docs/performance.md` has the command and the figures.
public final class OpeningBenchmark {

    private final Stage stage = new Stage();
    private final WindowAssembly window;
    private final String pictures;
    private final long start = System.nanoTime();
    private long frame = start;
    private long longest;
    private boolean signSeen;

    private OpeningBenchmark(Path project, boolean dark, String pictures) throws IOException {
        this.pictures = pictures;
        Settings settings = Settings.in(Files.createTempFile("drydock", ".properties"));
        settings.keep(Preferences.USUAL.in(dark ? Colours.DARK : Colours.LIGHT));
        window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new WindowDialogs(() -> stage),
                settings,
                RecoveryFolder.in(Files.createTempDirectory("drydock")),
                stage::close);
        stage.setScene(window.scene());
        stage.setWidth(1600);
        stage.setHeight(1000);
        stage.show();
        CanvasView canvas = (CanvasView) window.scene().lookup("#canvas");
        canvas.shownSceneProperty()
                .subscribe(scene -> tell("scene of " + scene.figures().size() + " figures"));
        canvas.layouts().runningProperty().subscribe(run -> tell(run.isPresent() ? "layout begins" : "no layout runs"));
        frames(canvas);
        window.open(List.of(project));
    }

    /// @param arguments the project; `dark` or `light`; and, to have them, the beginning of the pictures' names
    public static void main(String[] arguments) {
        Platform.startup(() -> {
            try {
                new OpeningBenchmark(
                        Path.of(arguments[0]), arguments[1].equals("dark"), arguments.length > 2 ? arguments[2] : "");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void frames(CanvasView canvas) {
        new AnimationTimer() {
            private int still;

            @Override
            public void handle(long now) {
                long nanos = System.nanoTime();
                if (nanos - frame > 200_000_000) {
                    tell("the window stood still for " + (nanos - frame) / 1_000_000 + " ms");
                }
                longest = Math.max(longest, nanos - frame);
                frame = nanos;
                if (!signSeen && window.scene().lookup("#layout-sign").isVisible()) {
                    signSeen = true;
                    write("rows");
                }
                boolean rests = canvas.scene().figures().size() > 1
                        && canvas.layouts().runningProperty().get().isEmpty();
                still = rests ? still + 1 : 0;
                if (still == 120) {
                    tell("at rest; the window stood still for at most " + longest / 1_000_000 + " ms");
                    write("done");
                    System.exit(0);
                }
            }
        }.start();
    }

    private void tell(String what) {
        System.out.printf("%6d ms  %s%n", (System.nanoTime() - start) / 1_000_000, what);
    }

    private void write(String name) {
        if (pictures.isEmpty()) {
            return;
        }
        WritableImage image = window.scene().snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", new File(pictures + "-" + name + ".png"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        frame = System.nanoTime();
    }
}
