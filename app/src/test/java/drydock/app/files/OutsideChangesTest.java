package drydock.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What other programs do to the files of an open project.
class OutsideChangesTest extends WindowTest {

    private static final Edit MINE = new Edit.SetField(CONTROLLER, FieldPath.parse("spec.replicas"), 7);

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
    }

    @Test
    void aFileThatIsUnchangedHereIsReadAgain() throws IOException {
        Project before = state();
        Files.writeString(controllerFile(), Files.readString(controllerFile()).replace("replicas: 4", "replicas: 9"));

        awaitOnScreen("read", () -> text().contains("replicas: 9"));
        assertThat(onScreen(() -> workspace().document().history().isDirty())).isFalse();
        assertThat(onScreen(() -> workspace().messageProperty().get())).contains("05-nginx-rc1.yaml");
        undoneAndRedone(before);
        assertThat(onScreen(() -> workspace().document().history().isDirty())).isFalse();
    }

    @Test
    void aFileThatIsGoneIsTakenAwayAndCanBeBroughtBack() throws IOException {
        Project before = state();
        Files.delete(controllerFile());

        awaitOnScreen("gone", () -> !state().files().containsKey("05-nginx-rc1.yaml"));
        undoneAndRedone(before);
    }

    @Test
    void aFileThatIsNewInTheFolderIsTakenIn() throws IOException {
        Project before = state();
        Files.createDirectory(project().resolve("shop"));
        Files.writeString(
                project().resolve("shop/config.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: pulled\n");

        awaitFigures(new ResourceId("", "ConfigMap", "default", "pulled"));
        assertThat(onScreen(() -> workspace().document().history().isDirty())).isFalse();
        assertThat(onScreen(() -> workspace().messageProperty().get())).contains("taken in: shop/config.yaml");
        undoneAndRedone(before);
    }

    @Test
    void aFolderThatVanishedIsToldAndTheProjectStaysUntilItIsSavedElsewhere() throws IOException {
        Project before = state();
        Files.move(project(), folder.resolve("away"));

        awaitOnScreen("told", () -> workspace().messageProperty().get().contains("not there any more"));
        assertThat(state()).isEqualTo(before);
        Platform.runLater(() -> action("open"));
        awaitOnScreen("asked", () -> lookup("Leave it").tryQuery().isPresent());
        clickOn("Cancel");

        Files.createDirectory(folder.resolve("chosen"));
        interact(() -> action("saveAs"));
        awaitOnScreen("saved", () -> Files.exists(folder.resolve("chosen/05-nginx-rc1.yaml")));
        awaitOnScreen("called so", () -> window().titleBinding().get().contains("chosen"));
    }

    @Test
    void theDiagramIsReadAgainWithItsNotes() throws IOException {
        interact(() -> workspace()
                .perform(
                        new Edit.MoveFigures(java.util.Map.of(SERVICE, new drydock.model.diagram.Position(160, 320)))));
        save();
        Path diagram = project().resolve("drydock.json");
        Files.writeString(diagram, Files.readString(diagram).replace("320", "480"));

        awaitOnScreen("moved", () -> figure(SERVICE).orElseThrow().bounds().y() == 480);
        assertThat(onScreen(() -> workspace().document().history().isDirty())).isFalse();
    }

    @Test
    void whereOthersAreEditedHereTheFileIsReadAndTheEditsStay() throws IOException {
        interact(() -> workspace().perform(MINE));
        Path service = project().resolve("01-nginx-service.yaml");
        Files.writeString(service, "# theirs\n" + Files.readString(service));

        awaitOnScreen(
                "read",
                () -> state().file("01-nginx-service.yaml").orElseThrow().text().startsWith("# theirs"));
        assertThat(text()).contains("replicas: 7");
        assertThat(onScreen(() -> workspace().document().history().isDirty())).isTrue();
    }

    @Test
    void whereBothSidesChangedTheUserIsToldSeesTheDifferenceAndChooses() throws IOException {
        interact(() -> workspace().perform(MINE));
        Files.writeString(controllerFile(), "# theirs\n" + Files.readString(controllerFile()));
        awaitOnScreen("told", () -> workspace().messageProperty().get().contains("and here, too"));
        assertThat(text()).contains("replicas: 7").doesNotContain("# theirs");
        Project before = state();

        Platform.runLater(() -> action("compareWithDisk"));
        awaitOnScreen(
                "the difference", () -> lookup("#difference-lines").tryQuery().isPresent());
        assertThat(onScreen(() -> lookup("#difference-lines")
                                .queryAs(ListView.class)
                                .getItems())
                        .toString())
                .contains("REMOVED", "replicas: 7", "ADDED", "# theirs", "replicas: 4");
        clickOn("Theirs: read them again");
        awaitOnScreen("theirs", () -> text().startsWith("# theirs"));
        undoneAndRedone(before);
    }

    @Test
    void whereNothingIsDifferentThatIsSaid() {
        interact(() -> action("compareWithDisk"));
        assertThat(onScreen(() -> workspace().messageProperty().get())).contains("as they were");
    }

    private void save() {
        interact(() -> action("save"));
        awaitOnScreen("saved", () -> !workspace().document().history().isDirty());
    }

    private void action(String id) {
        window().actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run()
                .run();
    }

    private String text() {
        return state().file("05-nginx-rc1.yaml").orElseThrow().text();
    }

    private Path controllerFile() {
        return project().resolve("05-nginx-rc1.yaml");
    }
}
