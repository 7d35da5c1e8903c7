package drydock.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.project.Project;
import drydock.model.validation.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/// What the list of problems mends.
class MendingProblemsTest extends ProblemsWindowTest {

    @Test
    void theSelectedProblemShowsWhatToDoAndAButtonThatDoesIt() {
        Finding finding = select("externalTrafficPolicy", SHOP);
        Project before = state();

        assertThat(lookup("#problem-advice").queryAs(Label.class).getText())
                .isEqualTo(finding.advice(Locale.getDefault()));
        clickOn(lookup(".problem-fix").<Button>query());

        assertThat(textOf("a.yaml")).doesNotContain("externalTrafficPolicy").contains("name: shop # ours");
        awaitOnScreen(
                "found no more",
                () -> findings().stream()
                        .noneMatch(f ->
                                f.path().equals(finding.path()) && f.object().equals(finding.object())));
        undoneAndRedone(before);
    }

    @Test
    void theButtonsThatMendAreInViewHoweverLowThePanelIs() {
        select("externalTrafficPolicy", SHOP);

        interact(() -> divider().setDividerPositions(0.8));

        awaitOnScreen(
                "the button above the lower edge",
                () -> bottom(lookup(".problem-fix").query())
                        <= bottom(lookup("#tabs-below").query()));
        // while the panel becomes lower the button may go from under the mouse
        for (int i = 0; i < 5 && textOf("a.yaml").contains("externalTrafficPolicy"); i++) {
            clickOn(lookup(".problem-fix").<Button>query());
        }
        assertThat(textOf("a.yaml")).doesNotContain("externalTrafficPolicy");
    }

    @Test
    void aKeyOpensTheFixesOfTheSelectedProblem() {
        select("externalTrafficPolicy", SHOP);
        interact(() -> table().requestFocus());
        Project before = state();

        push(KeyCode.CONTROL, KeyCode.PERIOD);
        interact(() -> item("menu-fix").fire());

        assertThat(textOf("a.yaml")).doesNotContain("externalTrafficPolicy");
        undoneAndRedone(before);
    }

    @Test
    void allOfARuleAreFixedAsOneStepAfterAsking() {
        Finding finding = select("externalTrafficPolicy", SHOP);
        Project before = state();
        contextMenu();

        MenuItem all = onScreen(() -> item("menu-fix-rule"));
        Platform.runLater(all::fire);
        clickOn(button("Fix"));

        awaitOnScreen(
                "mended",
                () -> findings().stream()
                        .noneMatch(f ->
                                f.rule().equals(finding.rule()) && !f.fixes().isEmpty()));
        assertThat(textOf("a.yaml"))
                .isNotEqualTo(before.file("a.yaml").orElseThrow().text());
        assertThat(textOf("b.yaml"))
                .isNotEqualTo(before.file("b.yaml").orElseThrow().text());
        undoneAndRedone(before);
    }

    @Test
    void everythingThatHasAFixIsFixedAsOneStepAfterAsking() {
        Project before = state();

        clickOn("#problems-fix-all").clickOn(button("Fix"));

        awaitOnScreen(
                "mended",
                () -> !findings().isEmpty()
                        && findings().stream().allMatch(f -> f.fixes().isEmpty()));
        assertThat(lookup("#problems-fix-all").query().isVisible()).isFalse();
        Label message = lookup("#status-message").query();
        assertThat(onScreen(message::getText)).contains("fixed in 2 files");
        undoneAndRedone(before);
        assertThat(onScreen(message::getText)).doesNotContain("fixed");
    }

    @Test
    void theMenuOfAFigureHasItsProblemsAndTheirFixes() {
        Project before = state();
        int all = findings().size();
        clickOn(head(SHOP), MouseButton.SECONDARY);

        List<MenuItem> each = onScreen(() -> List.copyOf(menu("menu-found").getItems()));
        Menu gravest = (Menu) each.getFirst();
        interact(() -> ((Menu) gravest.getItems().get(1)).getItems().getFirst().fire());

        assertThat(textOf("a.yaml"))
                .isNotEqualTo(before.file("a.yaml").orElseThrow().text());
        assertThat(state().file("b.yaml")).isEqualTo(before.file("b.yaml"));
        undoneAndRedone(before);
        interact(() -> each.getLast().fire());
        awaitOnScreen(
                "the list of these alone",
                () -> table().isFocused() && findings().size() < all);
        assertThat(findings()).allMatch(finding -> finding.object().equals(Optional.of(SHOP)));
    }

    @Test
    void aFixOfATextThatHasChangedIsRefusedWithAWord() {
        Finding finding = select("externalTrafficPolicy", SHOP);
        String before = textOf("a.yaml");

        interact(() -> {
            editor().insertText(0, "# one more line\n");
            lookup(".problem-fix").<Button>query().fire();
        });

        assertThat(textOf("a.yaml")).isEqualTo("# one more line\n" + before);
        assertThat(finding.fixes()).isNotEmpty();
    }
}
