package drydock.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.app.timeline.SimulationTime;
import drydock.model.resource.ResourceId;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// A lesson in the window.
class LessonPlayTest extends WindowTest {

    private static final ResourceId POD = new ResourceId("", "Pod", "default", "oldboyedu-nginx");

    private void open(String lesson) {
        awaitFigures(SERVICE, CONTROLLER);
        interact(() -> window().actions().stream()
                .filter(action -> action.id().equals("lesson-" + lesson))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
    }

    @Test
    void isOpenedAsACopyAndItsScriptIsPlayedToTheEnd() {
        open("01-pod");
        awaitFigures(POD);
        awaitOnScreen("the script", () -> lookup("#lesson-step").tryQuery().isPresent());
        assertThat(window().files().nameProperty().get()).contains("Pod");

        // what is shown goes on to be told, whatever the collector took meanwhile
        System.gc();
        interact(() -> lookup("#lesson-step").<Button>query().fire());
        interact(() -> workspace()
                .session()
                .map(SimulationTime.class::cast)
                .orElseThrow()
                .speedProperty()
                .set(50));
        interact(() -> lookup("#lesson-play").<Button>query().fire());

        awaitOnScreen(
                "the end of the script",
                Duration.ofSeconds(60),
                () -> signs("✗") > 0
                        || (lookup("#lesson-step").<Button>query().isDisabled() && signs("▸") == 0 && signs("✓") > 1));
        assertThat(onScreen(() -> signs("✗"))).isZero();
        assertThat(onScreen(() -> lookup("#lesson-count").queryAs(Label.class).getText()))
                .matches("(\\d+) of \\1");
    }

    private long signs(String sign) {
        return lookup(".lesson-sign").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().equals(sign))
                .count();
    }

    @Test
    void theListOfAllIsWhereTheFirstStepsLead() {
        awaitFigures(SERVICE, CONTROLLER);
        interact(() -> window().actions().stream()
                .filter(action -> action.id().equals("lessons"))
                .findFirst()
                .orElseThrow()
                .run()
                .run());

        awaitOnScreen(
                "17 lessons",
                () -> lookup(".hyperlink").queryAll().stream()
                                .filter(node ->
                                        node.getId() != null && node.getId().startsWith("lesson-"))
                                .count()
                        == 17);
    }
}
