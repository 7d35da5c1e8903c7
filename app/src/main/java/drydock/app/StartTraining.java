package drydock.app;

import drydock.app.cli.Display;
import drydock.app.cli.DrydockCommand;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.shell.WindowAssembly;
import drydock.app.task.Tasks;
import drydock.app.workspace.Workspace;
import drydock.model.recovery.RecoveryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import picocli.CommandLine;

/// Does once what most starts do, so that the packaging can keep what they load ready-made (`make-start-cache`): checks
/// manifests, runs a simulation, draws a picture, and opens the window, without a display, for some frames.
final class StartTraining {

    private static final int FRAMES = 90;

    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private StartTraining() {}

    /// Trains and ends the process.
    ///
    /// @param arguments the project to open, and the picture to write
    public static void main(String[] arguments) throws IOException {
        JAVAFX.setLevel(Level.SEVERE);
        Display.drawWithoutOne();
        Path settings = Files.createTempFile("drydock", ".properties");
        Platform.startup(() -> open(
                Path.of(arguments[0]),
                settings,
                () -> Thread.ofPlatform().start(() -> {
                    CheckTraining.check(arguments[0]);
                    SimulationTraining.run();
                    System.exit(new CommandLine(new DrydockCommand(_ -> 0))
                            .execute("render", arguments[0], "-o", arguments[1]));
                })));
    }

    private static void open(Path project, Path settings, Runnable then) {
        Stage stage = new Stage();
        WindowAssembly window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new WindowDialogs(() -> stage),
                Settings.in(settings),
                RecoveryFolder.in(settings.resolveSibling("recovery")),
                stage::close);
        stage.setScene(window.scene());
        stage.show();
        window.open(List.of(project));
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == FRAMES) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }
}
