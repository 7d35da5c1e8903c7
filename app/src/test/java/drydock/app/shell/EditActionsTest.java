package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.app.testing.FxTest;
import drydock.app.testing.WatchedSession;
import drydock.app.workspace.Workspace;
import java.time.Instant;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditActionsTest extends FxTest {

    private final Locale before = Locale.getDefault();
    private final Tasks tasks = Tasks.inPlace();
    private final Workspace workspace = new Workspace(tasks);

    @Override
    protected Scene scene() {
        Locale.setDefault(Locale.ENGLISH);
        return new Scene(new Region());
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void besideAClusterDeleteSaysThatItIsOfTheProject() {
        var name =
                onScreen(() -> new EditActions(workspace, () -> false).delete().text());
        assertThat(onScreen(name::get)).isEqualTo("Delete");

        interact(() -> workspace.look(new WatchedSession(tasks, Instant.EPOCH)));
        assertThat(onScreen(name::get)).isEqualTo("Delete from the project");

        interact(workspace::design);
        assertThat(onScreen(name::get)).isEqualTo("Delete");
    }
}
