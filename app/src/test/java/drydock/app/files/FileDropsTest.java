package drydock.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.dialog.WindowDialogs;
import drydock.app.testing.WindowTest;
import drydock.model.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is dropped on the window from the desktop.
class FileDropsTest extends WindowTest {

    private Path others = Path.of("");

    @BeforeEach
    void open() throws IOException {
        awaitFigures(SERVICE, CONTROLLER);
        others = Files.createDirectory(folder.resolve("dropped"));
        Files.writeString(
                others.resolve("01-nginx-service.yaml"),
                "# of others\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: theirs}\n");
        Files.createDirectory(others.resolve("more"));
        Files.writeString(others.resolve("more/a.yaml"), "apiVersion: v1\nkind: Secret\nmetadata: {name: more}\n");
    }

    @Test
    void filesAndFoldersAreAddedAsOneStepAndNothingIsWrittenOver() {
        Project before = state();
        dropped();
        clickOn("Add to this project");

        awaitOnScreen("added", () -> state().files().size() == before.files().size() + 2);
        assertThat(state().file("01-nginx-service-2.yaml").orElseThrow().text()).startsWith("# of others");
        assertThat(state().file("01-nginx-service.yaml").orElseThrow().text()).startsWith("# One stable entry");
        undoneAndRedone(before);
    }

    @Test
    void aFolderIsOpenedInPlaceOfTheProject() {
        dropped();
        clickOn("Open in place of the project");
        awaitOnScreen("opened", () -> state().files().containsKey("more/a.yaml"));
        assertThat(state().files()).hasSize(2);
    }

    @Test
    void theAnswersCanBeReadWhole() {
        dropped();
        for (String answer : List.of("Add to this project", "Open in place of the project", "Cancel")) {
            Button button = lookup((Node node) -> node instanceof Button b && answer.equals(b.getText()))
                    .queryButton();
            assertThat(onScreen(() -> button.lookup(".text") instanceof Text text && answer.equals(text.getText())))
                    .as(answer)
                    .isTrue();
        }
        clickOn("Cancel");
    }

    @Test
    void whatIsNoManifestIsToldAndTheRestIsAdded() throws IOException {
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {1, 2, 3});
        Project before = state();
        drop(picture, others);
        awaitOnScreen(
                "told", () -> lookup("Some files were left out").tryQuery().isPresent());
        clickOn("Close");
        awaitQuestion();
        clickOn("Add to this project");

        awaitOnScreen("added", () -> state().files().size() == before.files().size() + 2);
        undoneAndRedone(before);
    }

    private void dropped() {
        drop(others);
        awaitQuestion();
    }

    private void drop(Path... paths) {
        FileDrops drops = onScreen(() -> new FileDrops(
                workspace(),
                new WindowDialogs(() -> canvas().getScene().getWindow()),
                window().files(),
                new OtherFiles(List.of())));
        Platform.runLater(() -> drops.drop(List.of(paths)));
    }

    private void awaitQuestion() {
        awaitOnScreen(
                "the question", () -> lookup("Add to this project").tryQuery().isPresent());
    }
}
