package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
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

        Bounds before = onScreen(() -> canvas().localToScene(canvas().getLayoutBounds()));
        interact(() -> {
            FlowPane legend = lookup("#drift-legend").query();
            legend.getChildren()
                    .setAll(wide("≠ different: 12"), wide("+ only in the project: 21"), wide("− elsewhere"));
            legend.setVisible(true);
            Label band = lookup("#stale-band").query();
            band.setText("A band that has so much to say that it would be wider than the canvas is by now");
            band.setVisible(true);
        });
        awaitOnScreen("both are told", () -> top("#drift-legend") > top("#stale-band"));
        assertThat(onScreen(() -> canvas().localToScene(canvas().getLayoutBounds())))
                .isEqualTo(before);
        assertThat(onScreen(() ->
                        edges("#drift-legend").getMinY() >= edges("#stale-band").getMaxY()))
                .as("the legend is below the band")
                .isTrue();
        assertThat(onScreen(() -> before.contains(edges("#drift-legend")) && before.contains(edges("#stale-band"))))
                .as("both are within the canvas")
                .isTrue();
        interact(() -> lookup("#stale-band").query().setVisible(false));
        interact(() -> lookup("#drift-legend").query().setVisible(false));

        double palette = onScreen(() -> leftPanel().getWidth());
        clickOn("#mode-SIMULATION");
        awaitOnScreen("the bar of time", () -> lookup("#button-fork").tryQuery().isPresent());
        assertThat(onScreen(() -> leftPanel().getWidth())).isEqualTo(palette);
        clickOn("#mode-DESIGN");

        width(1000);
        awaitOnScreen("wide", () -> canvas().getWidth() > canvas - 2);
        assertThat(onScreen(this::barTexts)).contains("Design", "Simulation", "Live");
    }

    private static Label wide(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private double top(String id) {
        return edges(id).getMinY();
    }

    private Bounds edges(String id) {
        Node node = lookup(id).query();
        return node.localToScene(node.getLayoutBounds());
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
