package drydock.app.shell;

import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.task.Tasks;
import drydock.app.testing.AnsweredChoosers;
import drydock.app.testing.FxTest;
import drydock.app.workspace.Workspace;
import drydock.model.recovery.RecoveryFolder;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedWindowTest extends FxTest {

    @TempDir
    private Path folder;

    @Override
    protected Scene scene() {
        return new Scene(new Pane());
    }

    @Test
    void aWindowThatIsClosedIsNotKeptInMemory() {
        WeakReference<WindowAssembly> window = openedAndClosed();
        awaitOnScreen("the window is gone", () -> {
            System.gc();
            return window.get() == null;
        });
    }

    private WeakReference<WindowAssembly> openedAndClosed() {
        return onScreen(() -> {
            Window owner = Stage.getWindows().getFirst();
            WindowAssembly window = new WindowAssembly(
                    new Workspace(Tasks.inPlace()),
                    new AnsweredChoosers(new WindowDialogs(() -> owner), folder.resolve("chosen")),
                    Settings.in(folder.resolve("settings.properties")),
                    RecoveryFolder.in(folder.resolve("recovery")),
                    () -> {});
            window.open(List.of(Path.of("..", "sample-projects", "first-service")));
            Stage stage = new Stage();
            stage.setScene(window.scene());
            stage.show();
            stage.close();
            return new WeakReference<>(window);
        });
    }
}
