package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The components of a simulation's control plane in the strip above its canvas.
class ControlPlaneStripTest extends WindowTest {

    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    @BeforeEach
    void simulate() {
        awaitFigures(SERVICE, CONTROLLER);
        clickOn("#mode-SIMULATION");
        awaitOnScreen("the simulation", () -> !figures("Node").isEmpty());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        awaitOnScreen(
                "the components",
                () -> lookup("#component-kube-scheduler").tryQuery().isPresent());
    }

    @Test
    void aSchedulerThatIsStoppedThereIsSaidToBeStoppedAndPodsStayWithoutANode() {
        choose("kube-scheduler", "Stop");

        awaitOnScreen(
                "a component that is down",
                () -> scheduler().getPseudoClassStates().contains(DOWN));
        assertThat(text("#console-output")).contains("$ fault component-stopped kube-scheduler\n");
        assertThat(onScreen(() -> (String) scheduler().queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .contains("stopped");

        choose("kube-scheduler", "Start");

        awaitOnScreen(
                "it is at work again", () -> !scheduler().getPseudoClassStates().contains(DOWN));
    }

    private Node scheduler() {
        return lookup("#component-kube-scheduler").query();
    }

    /// Its menu is opened by a click, and by another one if the window was not ready for the first.
    private void choose(String component, String item) {
        MenuButton menu =
                from(lookup("#component-" + component)).lookup(".menu-button").query();
        awaitOnScreen("the menu", menu::isShowing, () -> clickOn(menu));
        clickOn(item);
        awaitOnScreen("the menu is gone", () -> !menu.isShowing());
    }
}
