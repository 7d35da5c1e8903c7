package drydock.app.shell;

import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.task.Tasks;
import drydock.app.workspace.Workspace;
import drydock.model.recovery.RecoveryFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The program with its window.
public final class DrydockApplication extends Application {

    /// Opens the window on files and folders, and returns when it is closed.
    ///
    /// @param files as the command line has them; none for an empty project
    public static int open(List<Path> files) {
        speak(Settings.ofUser());
        launch(DrydockApplication.class, files.stream().map(Path::toString).toArray(String[]::new));
        return 0;
    }

    @Override
    public void start(Stage stage) {
        Settings settings = Settings.ofUser();
        WindowAssembly window = fill(stage, settings, Tasks.onVirtualThreads());
        WindowPlace.restore(stage, settings);
        stage.show();
        List<Path> given = getParameters().getRaw().stream().map(Path::of).toList();
        if (given.isEmpty()) {
            Platform.runLater(window::offerLeftWork);
        } else {
            window.open(given);
        }
    }

    /// Puts a new window into the stage, in place of the one that was there.
    private static WindowAssembly fill(Stage stage, Settings settings, Tasks tasks) {
        WindowAssembly window = new WindowAssembly(
                new Workspace(tasks),
                new WindowDialogs(() -> stage, () -> besideLastProject(settings)),
                settings,
                RecoveryFolder.ofUser(),
                () -> close(stage, settings));
        stage.setScene(window.scene());
        stage.titleProperty().bind(window.titleBinding());
        stage.setOnCloseRequest(event -> {
            if (window.mayClose()) {
                WindowPlace.keep(stage, settings);
            } else {
                event.consume();
            }
        });
        window.setOnReopen(paths -> {
            speak(settings);
            fill(stage, settings, tasks).open(paths);
        });
        return window;
    }

    private static void close(Stage stage, Settings settings) {
        WindowPlace.keep(stage, settings);
        stage.close();
    }

    private static void speak(Settings settings) {
        Locale.setDefault(settings.preferences().language().locale());
    }

    private static Optional<Path> besideLastProject(Settings settings) {
        return settings.recentProjects().stream().findFirst().map(Path::getParent);
    }
}
