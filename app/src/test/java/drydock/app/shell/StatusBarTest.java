package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import java.util.List;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the lower edge of the window tells of the canvas.
class StatusBarTest extends WindowTest {

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
    }

    @Test
    void theObjectsAreCountedAndHowManyOfThemAreSelected() {
        assertThat(said("status-objects")).isEqualTo("2 objects");

        interact(() -> workspace().selection().select(List.of(SERVICE, CONTROLLER)));

        assertThat(said("status-objects")).isEqualTo("2 of 2 objects selected");
    }

    @Test
    void aClusterIsCountedByItsNodesAndPods() {
        clickOn("#mode-SIMULATION");

        awaitOnScreen("nodes", () -> figures("Node").size() == 3);

        assertThat(said("status-objects")).matches("3 nodes · .* Pods?");
    }

    @Test
    void theZoomIsShownAndAClickGoesToAHundredPercentAndBackToAll() {
        interact(() -> canvas().zoom(0.4));
        awaitOnScreen("another zoom", () -> !said("status-zoom").equals("100 %"));

        clickOn("#status-zoom");
        awaitOnScreen("100 %", () -> said("status-zoom").equals("100 %"));

        clickOn("#status-zoom");
        awaitOnScreen("all", () -> !said("status-zoom").equals("100 %"));
    }

    private String said(String id) {
        return onScreen(() -> lookup("#" + id).<Labeled>query().getText());
    }
}
