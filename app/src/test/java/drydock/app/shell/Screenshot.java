package drydock.app.shell;

import drydock.app.cli.Display;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Colours;
import drydock.app.settings.Settings;
import drydock.app.task.Tasks;
import drydock.app.timeline.SimulationTime;
import drydock.app.workspace.Workspace;
import drydock.model.recovery.RecoveryFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Makes the README's picture: the window with a project that is simulated, without a display.
///
/// `docs/architecture.md` has the command.
public final class Screenshot {

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    private static final double SPEED = 10;

    /// What is looked at after so many seconds of the simulation.
    private static final Duration LENGTH = Duration.ofSeconds(20);

    private final Stage stage = new Stage();
    private final WindowAssembly window;
    private final Path picture;

    private Screenshot(Path project, Path picture, boolean dark) {
        this.picture = picture;
        Settings settings = Settings.in(temporary());
        settings.keep(settings.preferences().in(dark ? Colours.DARK : Colours.LIGHT));
        window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new WindowDialogs(() -> stage),
                settings,
                RecoveryFolder.in(temporary().resolveSibling("drydock-recovery")),
                stage::close);
        stage.setScene(window.scene());
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        window.open(List.of(project));
    }

    /// Makes the picture and ends the process.
    ///
    /// @param arguments the project, the PNG to write, and `dark` or nothing
    public static void main(String[] arguments) {
        Display.drawWithoutOne();
        Platform.startup(() -> {
            Screenshot screenshot = new Screenshot(
                    Path.of(arguments[0]), Path.of(arguments[1]), arguments.length > 2 && arguments[2].equals("dark"));
            after(2, screenshot::simulate);
        });
    }

    private void simulate() {
        press("#mode-SIMULATION");
        after(1, () -> {
            time().speedProperty().set(SPEED);
            press("#button-play");
            awaitTime();
        });
    }

    private void awaitTime() {
        if (time().elapsedProperty().get().compareTo(LENGTH) < 0) {
            after(0.1, this::awaitTime);
            return;
        }
        press("#button-play");
        TextField console = (TextField) window.scene().lookup("#console-input");
        console.setText("kubectl get pods -o wide");
        console.fireEvent(new ActionEvent());
        window.workspace()
                .selection()
                .select(window.workspace().document().project().declarations().keySet().stream()
                        .limit(1)
                        .toList());
        after(2, this::write);
    }

    private void write() {
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
            ImageIO.write(copy, "png", picture.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        System.exit(0);
    }

    private SimulationTime time() {
        return (SimulationTime) window.workspace().session().orElseThrow();
    }

    private void press(String button) {
        var node = window.scene().lookup(button);
        ((ButtonBase) node).fire();
    }

    private static void after(double seconds, Runnable action) {
        new Timeline(new KeyFrame(javafx.util.Duration.seconds(seconds), _ -> action.run())).play();
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("drydock", ".properties");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
