package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class NarrowWindowTest extends WindowTest {

    @Test
    void at800PixelsTheBarIsReadAndTheCanvasHasRoomAndBothComeBack() {
        awaitFigures(SERVICE);
        width(1600);
        awaitOnScreen("wide", () -> canvas().getWidth() > 600);
        double inspector = onScreen(() -> lookup("#inspector").query().getLayoutBounds().getWidth());

        width(800);
        awaitOnScreen("narrow", () -> window().scene().getWidth() < 820);
        awaitOnScreen("room", () -> canvas().getWidth() > 360);
        assertThat(onScreen(this::barTexts))
                .contains("File", "Edit", "Arrange", "View", "Cluster", "Help", "Design", "Simulation", "Live");
        assertThat(onScreen(() -> Stream.of("#button-dark", "#button-undo")
                        .map(id -> lookup(id).<Node>query())
                        .allMatch(tool -> tool.localToScene(tool.getLayoutBounds()).getMaxX()
                                <= window().scene().getWidth())))
                .isTrue();

        width(1600);
        awaitOnScreen("wide", () -> lookup("#inspector").query().getLayoutBounds().getWidth() > inspector - 2);
    }

    private void width(double width) {
        interact(() -> window().scene().getWindow().setWidth(width));
    }

    private List<String> barTexts() {
        return Stream.concat(
                        lookup(".menu-bar .menu-button").queryAll().stream(),
                        lookup((Node node) -> node instanceof ToggleButton).queryAll().stream())
                .map(node -> ((Text) node.lookup(".text")).getText())
                .toList();
    }
}
