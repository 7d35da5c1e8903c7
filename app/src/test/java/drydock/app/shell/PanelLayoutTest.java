package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import drydock.app.action.Action;
import drydock.app.testing.WindowTest;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Panels are as wide and high as the user made them, open or closed, in the next window, too.
class PanelLayoutTest extends WindowTest {

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
    }

    @Test
    void aPanelThatWasDraggedHasItsWidthInTheNextWindow() {
        widen(60);
        double wide = width("#tabs-left");

        openAgain();
        awaitFigures(SERVICE, CONTROLLER);
        assertThat(width("#tabs-left")).isCloseTo(wide, within(2.0));
    }

    @Test
    void aSmallWindowLeavesTheCanvasItsPlaceAndALargeOneGivesThePanelsTheirsBack() {
        widen(200);
        double left = width("#tabs-left");
        interact(() -> canvas().getScene().getWindow().setWidth(640));
        awaitOnScreen("narrow", () -> width("#tabs-left") < left - 20);
        assertThat(width("#canvas")).isGreaterThan(150);
        interact(() -> canvas().getScene().getWindow().setWidth(1000));
        awaitOnScreen("as before", () -> Math.abs(width("#tabs-left") - left) < 2);
    }

    @Test
    void closedPanelsAndTheTabInFrontAreKept() {
        run("panel-editor");
        run("panel-below");
        interact(() ->
                lookup("#tabs-left").queryAs(TabPane.class).getSelectionModel().select(1));
        assertThat(shown()).containsExactlyInAnyOrder("tabs-left", "inspector");

        openAgain();
        awaitFigures(SERVICE, CONTROLLER);
        assertThat(shown()).containsExactlyInAnyOrder("tabs-left", "inspector");
        assertThat(onScreen(() -> lookup("#tabs-left")
                        .queryAs(TabPane.class)
                        .getSelectionModel()
                        .getSelectedIndex()))
                .isEqualTo(1);
        run("panel-inspector");
        assertThat(shown()).containsExactly("tabs-left");
        assertThat(width("#canvas")).isGreaterThan(700);
    }

    @Test
    void aPanelThatIsNeededOpensByItself() {
        run("panel-inspector");
        run("panel-editor");
        interact(() -> canvas().requestFocus());
        push(KeyCode.TAB).push(KeyCode.ENTER);
        awaitOnScreen("the inspector", () -> shown().contains("inspector"));
        run("findInText");
        awaitOnScreen("the editor", () -> shown().contains("editor"));
    }

    private void widen(double pixels) {
        double before = width("#tabs-left");
        Bounds edge = onScreen(() -> {
            Node left = lookup("#tabs-left").query();
            return left.localToScreen(left.getLayoutBounds());
        });
        drag(edge.getMaxX() + 1, edge.getCenterY()).dropTo(edge.getMaxX() + 1 + pixels, edge.getCenterY());
        awaitOnScreen("wider", () -> width("#tabs-left") > before + pixels - 10);
    }

    private void run(String action) {
        interact(() -> window().actions().stream()
                .filter(each -> each.id().equals(action))
                .map(Action::run)
                .forEach(Runnable::run));
    }

    private Set<String> shown() {
        Set<String> panels = Set.of("tabs-left", "inspector", "editor", "tabs-below");
        return panels.stream().filter(this::isThere).collect(Collectors.toSet());
    }

    private boolean isThere(String id) {
        return window().scene().lookup("#" + id) != null;
    }

    private double width(String id) {
        return lookup(id).query().getLayoutBounds().getWidth();
    }
}
