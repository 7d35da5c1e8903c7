package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was typed is not lost: not to another program, and not by leaving.
class KeepingWorkTest extends WindowTest {

    private static final String THEIRS = "# theirs\n";

    @BeforeEach
    void edit() {
        awaitFigures(SERVICE, CONTROLLER);
        clickOn(head(CONTROLLER));
        enter("spec.replicas", "7");
        awaitOnScreen("edited", () -> workspace().document().history().isDirty());
    }

    @Test
    void aFileThatAnotherProgramChangedIsAskedAboutAndMineCanCount() throws IOException {
        Files.writeString(controllerFile(), THEIRS + Files.readString(controllerFile()));

        push(KeyCode.CONTROL, KeyCode.S);
        awaitOnScreen(
                "the question", () -> lookup("Mine: write over them").tryQuery().isPresent());
        assertThat(Files.readString(controllerFile())).startsWith(THEIRS).contains("replicas: 4");
        clickOn("Mine: write over them");
        awaitOnScreen("saved", () -> !workspace().document().history().isDirty());

        assertThat(Files.readString(controllerFile())).doesNotContain(THEIRS).contains("replicas: 7");
    }

    @Test
    void theirsCanCountAndMineIsStillThereToUndoTo() throws IOException {
        Files.writeString(controllerFile(), THEIRS + Files.readString(controllerFile()));

        push(KeyCode.CONTROL, KeyCode.S);
        awaitOnScreen(
                "the question",
                () -> lookup("Theirs: read them again").tryQuery().isPresent());
        clickOn("Theirs: read them again");
        awaitOnScreen("read", () -> text("#editor-text").startsWith(THEIRS));
        clickOn("#editor-text").push(KeyCode.CONTROL, KeyCode.Z);

        awaitOnScreen("mine", () -> text("#editor-text").contains("replicas: 7"));
    }

    @Test
    void leavingWithUnsavedChangesAsks() {
        CompletableFuture<Boolean> mayClose = new CompletableFuture<>();
        Platform.runLater(() -> mayClose.complete(window().mayClose()));
        awaitOnScreen(
                "the question", () -> lookup("Discard the changes").tryQuery().isPresent());
        clickOn("Cancel");

        awaitOnScreen("answered", mayClose::isDone);
        assertThat(mayClose.join()).isFalse();
        assertThat(text("#editor-text")).contains("replicas: 7");
    }

    private Path controllerFile() {
        return project().resolve("05-nginx-rc1.yaml");
    }
}
