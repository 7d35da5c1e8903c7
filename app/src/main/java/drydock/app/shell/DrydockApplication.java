package drydock.app.shell;

import drydock.app.dialog.Dialogs;
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
        Settings.ofUser().language().ifPresent(Locale::setDefault);
        launch(DrydockApplication.class, files.stream().map(Path::toString).toArray(String[]::new));
        return 0;
    }

    @Override
    public void start(Stage stage) {
        Settings settings = Settings.ofUser();
        Tasks tasks = Tasks.onVirtualThreads();
        Dialogs dialogs = new WindowDialogs(() -> stage, () -> besideLastProject(settings));
        WindowAssembly window =
                new WindowAssembly(new Workspace(tasks), dialogs, settings, RecoveryFolder.ofUser(), stage::close);
        stage.setScene(window.scene());
        stage.titleProperty().bind(window.titleBinding());
        WindowPlace.restore(stage, settings);
        stage.setOnCloseRequest(event -> {
            if (!window.mayClose()) {
                event.consume();
                return;
            }
            WindowPlace.keep(stage, settings);
        });
        stage.show();
        List<Path> given = getParameters().getRaw().stream().map(Path::of).toList();
        if (given.isEmpty()) {
            Platform.runLater(window::offerLeftWork);
        } else {
            window.open(given);
        }
    }

    private static Optional<Path> besideLastProject(Settings settings) {
        return settings.recentProjects().stream().findFirst().map(Path::getParent);
    }
}
