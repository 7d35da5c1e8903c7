package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.util.NodeQueryUtils;

class NarrowWindowTest extends WindowTest {

    @Test
    void at800PixelsTheBarIsReadAndTheCanvasHasRoomAndBothComeBack() {
        awaitFigures(SERVICE);
        double canvas = onScreen(() -> canvas().getWidth());

        width(800);
        awaitOnScreen("narrow", () -> canvas().getWidth() < canvas - 20);
        assertThat(onScreen(() -> canvas().getWidth())).isGreaterThan(300);
        assertThat(onScreen(this::barTexts))
                .contains("File", "Edit", "Arrange", "View", "Cluster", "Help", "Design")
                .noneMatch(text -> text.contains("…") || text.contains("..."));

        double palette = onScreen(() -> leftPanel().getWidth());
        clickOn("#mode-SIMULATION");
        awaitOnScreen("the bar of time", () -> lookup("#button-fork").tryQuery().isPresent());
        assertThat(onScreen(() -> leftPanel().getWidth())).isEqualTo(palette);
        clickOn("#mode-DESIGN");

        width(1000);
        awaitOnScreen("wide", () -> canvas().getWidth() > canvas - 2);
        assertThat(onScreen(this::barTexts)).contains("Design", "Simulation", "Live");
    }

    private Region leftPanel() {
        return lookup("#tabs-left").query();
    }

    private void width(double width) {
        interact(() -> window().scene().getWindow().setWidth(width));
    }

    /// What can be read in the bar at the top.
    private List<String> barTexts() {
        return lookup((Node node) -> node instanceof MenuButton || node instanceof ToggleButton).queryAll().stream()
                .filter(node -> NodeQueryUtils.isVisible().test(node))
                .filter(node -> node.lookup(".text") instanceof Text)
                .map(node -> ((Text) node.lookup(".text")).getText())
                .toList();
    }
}
