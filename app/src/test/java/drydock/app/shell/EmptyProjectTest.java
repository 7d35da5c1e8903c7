package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A folder with nothing in it is a project, too.
class EmptyProjectTest extends WindowTest {

    @Override
    protected void writeProject(Path project) {
        // nothing is written
    }

    @Test
    void anEmptyWindowSaysHowToBeginAndShowsNothingThatIsAboutAnObject() {
        awaitOnScreen("open", () -> window().titleBinding().get().contains("project"));
        Project before = state();

        assertThat(shown("#first-steps")).isTrue();
        assertThat(shown("#selector-matches")).isFalse();
        assertThat(lookup("#inspector-title").queryLabeled().getText()).isEqualTo("Nothing is selected");
        assertThat(shown("#more-fields")).isFalse();

        clickOn("#welcome-begin");
        awaitOnScreen("drawn", () -> figures("Deployment").size() == 1);
        assertThat(shown("#first-steps")).isFalse();
        undoneAndRedone(before);
        interact(() -> workspace().document().undo());
        assertThat(shown("#first-steps")).isTrue();
        clickOn("#welcome-commands");
        assertThat(shown("#command-palette")).isTrue();
        push(KeyCode.ESCAPE);
    }

    @Test
    void theWheelZoomsOverTheWordsThatSayHowToBegin() {
        awaitOnScreen("open", () -> window().titleBinding().get().contains("project"));
        double before = onScreen(() -> canvas().viewport().scale());

        moveTo("#first-steps .title-4").scroll(1, VerticalDirection.DOWN);

        awaitOnScreen("farther", () -> canvas().viewport().scale() < before);
    }

    private boolean shown(String query) {
        for (Node at = lookup(query).query(); at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theFirstObjectIsDrawnSimulatedAndSaved() throws IOException {
        ResourceId pod = new ResourceId("", "Pod", "default", "pod");
        awaitOnScreen("open", () -> window().titleBinding().get().contains("project"));
        assertThat(canvas().scene().figures()).isEmpty();

        clickOn("#palette-Pod");
        awaitFigures(pod);
        clickOn("#mode-SIMULATION");
        awaitOnScreen("nodes", () -> figures("Node").size() == 3);
        clickOn("#button-play");
        awaitOnScreen(
                "the Pod on a node",
                () -> figure(pod).flatMap(figure -> figure.parent()).isPresent());
        clickOn("#mode-DESIGN");
        push(KeyCode.CONTROL, KeyCode.S);
        awaitOnScreen("saved", () -> !lookup("#unsaved-mark").query().isVisible());

        assertThat(Files.readString(project().resolve("pod.yaml"))).contains("kind: Pod");
    }
}
