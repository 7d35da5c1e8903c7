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
        double inspector =
                onScreen(() -> lookup("#inspector").query().getLayoutBounds().getWidth());

        width(800);
        awaitOnScreen(
                "narrow", () -> lookup("#inspector").query().getLayoutBounds().getWidth() < 242);
        awaitOnScreen("room", () -> canvas().getWidth() > 340);
        assertThat(onScreen(this::barTexts))
                .contains("File", "Edit", "Arrange", "View", "Cluster", "Help", "Design", "Simulation", "Live");
        assertThat(onScreen(() -> Stream.of("#button-dark", "#button-undo")
                        .map(id -> lookup(id).<Node>query())
                        .allMatch(tool ->
                                tool.localToScene(tool.getLayoutBounds()).getMaxX()
                                        <= window().scene().getWidth())))
                .isTrue();

        width(1000);
        awaitOnScreen(
                "wide", () -> lookup("#inspector").query().getLayoutBounds().getWidth() > inspector - 2);
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
