package drydock.app.placing;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.project.Project;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacingTest extends WindowTest {

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
    }

    @Test
    void anObjectIsMovedToANewFileWithItsComments() {
        interact(() -> workspace().selection().select(List.of(SERVICE)));
        Project before = state();
        askForNewFile("net/door.yaml");

        awaitOnScreen("moved", () -> state().files().containsKey("net/door.yaml"));
        assertThat(state().files()).doesNotContainKey("01-nginx-service.yaml");
        assertThat(state().file("net/door.yaml").orElseThrow().text()).startsWith("# One stable entry");
        undoneAndRedone(before);
    }

    @Test
    void forANameThatDiffersInCaseOnlyAFreeOneIsProposed() {
        interact(() -> workspace().selection().select(List.of(SERVICE)));
        Project before = state();
        askForNewFile("05-NGINX-rc1");
        awaitOnScreen("asked", () -> lookup("05-NGINX-rc1-2.yaml").tryQuery().isPresent());
        assertThat(lookup("05-nginx-rc1.yaml").tryQuery()).isPresent();
        clickOn("05-NGINX-rc1-2.yaml");

        awaitOnScreen("moved", () -> state().files().containsKey("05-NGINX-rc1-2.yaml"));
        undoneAndRedone(before);
    }

    @Test
    void aPathThatWouldNotBeFoundAgainIsRefusedAndAskedForOnceMore() {
        interact(() -> workspace().selection().select(List.of(SERVICE)));
        Project before = state();
        askForNewFile("../.hidden.yaml");
        awaitOnScreen("told", () -> lookup("Close").tryQuery().isPresent());
        clickOn("Close");
        awaitOnScreen("asked again", () -> lookup("#dialog-text").tryQuery().isPresent());
        clickOn("Cancel");

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void newObjectsGoWhereTheUserSays() {
        choose("menu-placing-NAMESPACE_FOLDERS");
        addFromPalette();
        awaitOnScreen("in a folder", () -> state().files().keySet().stream().anyMatch(p -> p.startsWith("default/")));
        choose("menu-placing-ONE_FILE");
        Project before = state();
        addFromPalette();
        addFromPalette();
        awaitOnScreen(
                "in one file",
                () -> state().file("manifests.yaml").stream()
                        .anyMatch(file -> file.documents().size() == 2));
        interact(() -> workspace().document().undo());
        undoneAndRedone(before);
    }

    private void askForNewFile(String path) {
        Platform.runLater(() -> window().actions().stream()
                .filter(action -> action.id().equals("moveToFile"))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
        awaitOnScreen("the choice", () -> lookup("A new file…").tryQuery().isPresent());
        clickOn("A new file…");
        clickOn("OK");
        awaitOnScreen("the path", () -> lookup("#dialog-text").tryQuery().isPresent());
        clickOn("#dialog-text").push(KeyCode.CONTROL, KeyCode.A).write(path);
        clickOn("OK");
    }

    private void addFromPalette() {
        clickOn("#palette-search")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("configmap")
                .push(KeyCode.ENTER);
    }

    private void choose(String id) {
        interact(() -> {
            RadioMenuItem item = (RadioMenuItem) lookup("#menu-bar").queryAs(MenuBar.class).getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(javafx.scene.control.Menu.class::isInstance)
                    .flatMap(menu -> ((javafx.scene.control.Menu) menu).getItems().stream())
                    .filter((MenuItem candidate) -> id.equals(candidate.getId()))
                    .findFirst()
                    .orElseThrow();
            item.fire();
        });
    }
}
