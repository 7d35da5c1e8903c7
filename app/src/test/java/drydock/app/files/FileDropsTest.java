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

    private void dropped() {
        FileDrops drops = onScreen(() -> new FileDrops(
                workspace(), new WindowDialogs(() -> canvas().getScene().getWindow()), window().files()));
        Platform.runLater(() -> drops.drop(List.of(others)));
        awaitOnScreen(
                "the question", () -> lookup("Add to this project").tryQuery().isPresent());
    }
}
