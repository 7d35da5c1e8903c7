package drydock.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.recovery.RecoverySlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Unsaved work, and what becomes of it after a kill.
class RecoveringTest extends WindowTest {

    private static final Edit EDIT = new Edit.SetField(CONTROLLER, FieldPath.parse("spec.replicas"), 7);

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
    }

    @Test
    void anEditIsKeptWithinTwoSecondsAndForgottenWhenItIsTakenBack() {
        interact(() -> workspace().perform(EDIT));
        awaitOnScreen("kept", java.time.Duration.ofSeconds(2), () -> kept().size() == 1);
        interact(() -> workspace().document().undo());
        awaitOnScreen("forgotten", () -> kept().isEmpty());
    }

    @Test
    void anEditIsForgottenWhenItIsSaved() throws IOException {
        interact(() -> workspace().perform(EDIT));
        awaitOnScreen("kept", () -> kept().size() == 1);
        interact(() -> action("save"));
        awaitOnScreen("forgotten", () -> kept().isEmpty());
        try (Stream<Path> files = Files.list(project())) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .allMatch(name -> name.endsWith(".yaml") || name.equals("drydock.json"));
        }
    }

    @Test
    void afterAKillTheWorkIsOfferedBackAsOneStep() {
        Project saved = state();
        Project edited = killed();

        reopen();
        awaitDialog("Restore");
        clickOn("Restore");
        awaitOnScreen("restored", () -> workspace().document().history().isDirty());
        assertThat(contents(state())).isEqualTo(contents(edited));
        undoneAndRedone(saved);
        awaitOnScreen("kept on", () -> kept().size() == 1);
    }

    @Test
    void workThatIsDiscardedIsNotOfferedAgain() {
        killed();
        reopen();
        awaitDialog("Discard");
        clickOn("Discard");
        awaitOnScreen("gone", () -> kept().isEmpty());
        assertThat(state().find(CONTROLLER).orElseThrow().getMetadata()).isNotNull();
        assertThat(onScreen(() -> workspace().document().history().isDirty())).isFalse();
    }

    @Test
    void whereAFileWasChangedMeanwhileTheUserIsAskedOnceMore() throws IOException {
        killed();
        Path file =
                project().resolve(state().declarations(CONTROLLER).getFirst().path());
        Files.writeString(file, Files.readString(file) + "# by somebody else\n");
        reopen();
        awaitDialog("Restore");
        clickOn("Restore");
        awaitOnScreen(
                "asked",
                () -> lookup((javafx.scene.Node node) -> node instanceof javafx.scene.control.Label label
                                && label.getText().contains("changed by another program"))
                        .tryQuery()
                        .isPresent());
        clickOn("Restore");
        awaitOnScreen("restored", () -> workspace().document().history().isDirty());
        assertThat(Files.readString(file)).contains("# by somebody else");
    }

    @Test
    void aProjectThatAnotherWindowHasOpenIsOpenedOnlyWhenThatIsWanted() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("a.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
        try (RecoverySlot elsewhere = recovery().claim(Optional.of(other.toRealPath()))) {
            assertThat(elsewhere.isAlone()).isTrue();
            Platform.runLater(() -> window().open(List.of(other)));
            awaitDialog("Cancel");
            clickOn("Cancel");
            assertThat(state().files()).doesNotContainKey("a.yaml");

            Platform.runLater(() -> window().open(List.of(other)));
            awaitDialog("Open it here, too");
            clickOn("Open it here, too");
            awaitOnScreen("open", () -> state().files().containsKey("a.yaml"));
        }
    }

    @Test
    void aDamagedFileIsNamedAndSetAside() throws IOException {
        Files.writeString(recovery().path().resolve("x.recovery"), "no archive");
        reopen();
        awaitDialog("Close");
        clickOn("Close");
        assertThat(recovery().path().resolve("x.recovery.broken")).exists();
    }

    private RecoveryFolder recovery() {
        return RecoveryFolder.in(folder.resolve("recovery"));
    }

    private void action(String id) {
        window().actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run()
                .run();
    }

    /// Makes an edit and leaves behind what a kill would.
    private Project killed() {
        interact(() -> workspace().perform(EDIT));
        Project edited = state();
        awaitOnScreen("kept", () -> kept().size() == 1);
        try {
            Files.copy(kept().getFirst(), recovery().path().resolve("killed.recovery"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        interact(() -> workspace().document().undo());
        awaitOnScreen("forgotten", () -> kept().size() == 1);
        return edited;
    }

    private void reopen() {
        Platform.runLater(() -> window().open(List.of(project())));
    }

    private void awaitDialog(String button) {
        awaitOnScreen(button, () -> lookup(button).tryQuery().isPresent());
    }

    private List<Path> kept() {
        try (Stream<Path> files = Files.list(recovery().path())) {
            return files.filter(file -> file.toString().endsWith(".recovery"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
