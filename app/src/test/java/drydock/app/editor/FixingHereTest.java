package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is wrong is mended where it is seen: in the text, in its margin, in its explanation, at the inspector's field.
class FixingHereTest extends EditorWindowTest {

    private static final ResourceId SHOP = new ResourceId("", "Service", "default", "shop");

    @Override
    String text() {
        return """
            apiVersion: v1
            kind: Service
            metadata:
              name: shop
            spec:
              clusterIP: None # no address
              externalTrafficPolicy: Local
              ports:
              - port: 80
            """;
    }

    @BeforeEach
    void awaitTheProblem() {
        awaitOnScreen("a lamp", () -> !inMargin(6, "fix-bulb").isEmpty());
    }

    @Test
    void aKeyOffersTheFixesAtTheCaret() {
        Project before = state();
        caretBehind("externalTraffic");

        push(KeyCode.CONTROL, KeyCode.PERIOD);
        fireFix();

        assertMended(before);
    }

    @Test
    void theLampInTheMarginOffersTheFixesOfItsLine() {
        Project before = state();

        clickOn(inMargin(6, "fix-mark").orElseThrow());
        fireFix();

        assertMended(before);
        awaitOnScreen("no lamp", () -> inMargin(6, "fix-bulb").isEmpty());
    }

    @Test
    void anExplanationHasTheFixesAsLinks() {
        Project before = state();
        caretBehind("externalTrafficPolicy: Lo");

        push(KeyCode.F1);
        awaitOnScreen(
                "an explanation", () -> lookup(".explanation-fix").tryQuery().isPresent());
        interact(() -> lookup(".explanation-fix").<Hyperlink>query().fire());

        assertMended(before);
    }

    @Test
    void theFieldInTheInspectorHasItsFixAsALink() {
        Project before = state();
        interact(() -> workspace().selection().select(List.of(SHOP)));
        awaitOnScreen("a link", () -> link().isVisible());

        interact(() -> ((Hyperlink) link()).fire());

        assertMended(before);
    }

    private Node link() {
        return lookup(".form-fix").query();
    }

    private void fireFix() {
        MenuItem fix = onScreen(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> "menu-fix".equals(item.getId()))
                .findFirst()
                .orElseThrow());
        assertThat(fix.getText().toLowerCase(Locale.ROOT)).contains("externaltrafficpolicy");
        interact(fix::fire);
    }

    private void assertMended(Project before) {
        assertThat(inDocument()).isEqualTo(text().replace("  externalTrafficPolicy: Local\n", ""));
        undoneAndRedone(before);
    }
}
