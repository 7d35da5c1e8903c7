package drydock.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.CheckSettings;
import drydock.model.diagram.DiagramChange;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.validation.Severity;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// Rules that are switched off in the list of problems, or do not count.
class SwitchedRulesTest extends ProblemsWindowTest {

    @Test
    void aRuleIsSwitchedOffForAnObjectAndShownAndSwitchedOnAgain() {
        select("selector", SHOP);
        Project before = state();
        contextMenu();

        interact(() -> item("menu-off-object").fire());

        assertThat(textOf("a.yaml")).contains("drydock/ignore: selects-nothing");
        awaitOnScreen("switched off", () -> lookup("#problems-off").query().isVisible());
        assertThat(findings())
                .noneMatch(f -> f.rule().equals("selects-nothing")
                        && f.object().filter(SHOP::equals).isPresent());
        undoneAndRedone(before);

        awaitOnScreen("switched off", () -> lookup("#problems-off").query().isVisible());
        clickOn("#problems-off");
        interact(() -> {
            table().getSelectionModel().select(table().getItems().size() - 1);
        });
        assertThat(onScreen(() -> table().problem().orElseThrow().off())).isTrue();
        clickOn("#problem-on");

        assertThat(textOf("a.yaml"))
                .isEqualTo(before.file("a.yaml").orElseThrow().text());
    }

    @Test
    void aRuleIsSwitchedOffForTheWholeProjectAndShownAndSwitchedOnAgain() {
        select("selector", SHOP);
        Project before = state();
        contextMenu();

        interact(() -> item("menu-off-project").fire());

        assertThat(state().diagram().checks().off()).containsExactly("selects-nothing");
        awaitOnScreen(
                "found no more",
                () -> findings().stream().noneMatch(f -> f.rule().equals("selects-nothing")));
        undoneAndRedone(before);

        awaitOnScreen("switched off", () -> lookup("#problems-off").query().isVisible());
        clickOn("#problems-off");
        interact(() -> table().getSelectionModel().select(table().getItems().size() - 1));
        assertThat(onScreen(() -> table().getItems().getLast()))
                .isEqualTo(new ProblemRow.Switched("selects-nothing", 2));
        assertThat(lookup("#problem-message").queryAs(Label.class).getText()).contains("drydock.json");
        clickOn("#problem-on");

        assertThat(state().diagram()).isEqualTo(before.diagram());
        awaitOnScreen(
                "found again",
                () -> findings().stream()
                                .filter(f -> f.rule().equals("selects-nothing"))
                                .count()
                        == 2);
    }

    @Test
    void whatIsSwitchedOffForTheProjectIsShownWithoutAnythingFound() {
        interact(() -> workspace()
                .perform(
                        new Edit.Draw(new DiagramChange.SetChecks(CheckSettings.USUAL.withOff(List.of("image-tag"))))));

        awaitOnScreen("switched off", () -> lookup("#problems-off").query().isVisible());
        clickOn("#problems-off");

        assertThat(onScreen(() -> table().getItems().getLast())).isEqualTo(new ProblemRow.Switched("image-tag", 0));
    }

    @Test
    void aSwitchThatNamesNoRuleIsTold() {
        interact(() -> workspace()
                .perform(new Edit.Draw(new DiagramChange.SetChecks(CheckSettings.USUAL.withOff(List.of("no-rule"))))));

        awaitOnScreen("told", () -> findings().stream().anyMatch(f -> f.file().equals("drydock.json")));
    }

    @Test
    void theProjectIsCheckedByTheVersionOfKubernetesItIsMeantFor() {
        interact(() -> workspace().document().perform(new Edit.AddFile("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: limited}
            spec:
              resources: {limits: {cpu: 1}}
              containers: [{name: web, image: nginx:1.27}]
            """), "edit.addFile"));
        awaitOnScreen(
                "checked",
                () -> workspace()
                        .checkedProperty()
                        .get()
                        .project()
                        .file("pod.yaml")
                        .isPresent());
        assertThat(errorsOf("pod.yaml")).isZero();

        interact(() -> workspace()
                .perform(new Edit.Draw(
                        new DiagramChange.SetChecks(CheckSettings.USUAL.withKubernetesVersion(Optional.of("1.30"))))));

        awaitOnScreen("an error", () -> errorsOf("pod.yaml") > 0);
    }

    private long errorsOf(String file) {
        return findings().stream()
                .filter(f -> f.file().equals(file) && f.severity() == Severity.ERROR)
                .count();
    }
}
