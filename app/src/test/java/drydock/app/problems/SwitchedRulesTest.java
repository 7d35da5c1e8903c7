package drydock.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.fix.Fixing;
import drydock.model.diagram.CheckSettings;
import drydock.model.diagram.DiagramChange;
import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import drydock.model.validation.Severity;
import drydock.model.validation.Switching;
import drydock.model.validation.live.LiveChanges;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
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
                .isEqualTo(new ProblemRow.Switched("selects-nothing", Optional.empty(), 2));
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

        assertThat(onScreen(() -> table().getItems().getLast()))
                .isEqualTo(new ProblemRow.Switched("image-tag", Optional.empty(), 0));
    }

    @Test
    void whatAnObjectSwitchesOffInVainIsShownAndSwitchedOnAgain() {
        String before = textOf("a.yaml");
        interact(() -> workspace()
                .perform(new Edit.SetField(
                        SHOP, FieldPath.of("metadata", "annotations").key("drydock/ignore"), "image-tag")));

        awaitOnScreen("switched off", () -> lookup("#problems-off").query().isVisible());
        clickOn("#problems-off");
        interact(() -> table().getSelectionModel().select(table().getItems().size() - 1));
        assertThat(onScreen(() -> table().getItems().getLast()))
                .isEqualTo(new ProblemRow.Switched("image-tag", Optional.of(SHOP), 0));
        clickOn("#problem-on");

        assertThat(textOf("a.yaml")).isEqualTo(before);
    }

    @Test
    void aSwitchThatNamesNoRuleIsToldAndMendedWhereItIsGoneTo() {
        interact(() -> workspace().selection().select(List.of(SHOP)));
        interact(() -> workspace()
                .perform(new Edit.Draw(new DiagramChange.SetChecks(CheckSettings.USUAL.withOff(List.of("zzzzzz"))))));

        awaitOnScreen("told", () -> findings().stream().anyMatch(f -> f.file().equals("drydock.json")));
        int row = findings().stream().map(Finding::file).toList().indexOf("drydock.json");
        interact(() -> {
            table().getSelectionModel().clearAndSelect(row);
            table().requestFocus();
        });
        push(KeyCode.ENTER);

        assertThat(workspace().selection().objects()).isEmpty();
        assertThat(onScreen(() -> workspace().messageProperty().get())).startsWith("drydock.json, line");
        interact(() -> lookup(".problem-fix").<Button>query().fire());

        assertThat(state().diagram().checks().off()).isEmpty();
    }

    @Test
    void whatTheClusterWouldRefuseIsSwitchedOffAndOnAgain() {
        Finding found = select("selector", SHOP);
        Finding refused = refused(found, List.of());
        assertThat(told(refused)).contains(refused);

        interact(() -> new Switching(workspace().document().project(), LiveChanges.RULE)
                .off(SHOP)
                .ifPresent(edit -> workspace().perform(edit)));
        awaitOnScreen(
                "checked",
                () -> workspace()
                        .checkedProperty()
                        .get()
                        .project()
                        .sharesTextsWith(workspace().document().project()));

        assertThat(told(refused)).doesNotContain(refused);
        assertThat(onScreen(
                        () -> workspace().checkedProperty().get().validation().suppressed()))
                .contains(refused);
    }

    @Test
    void whatWouldTakeBackAChangeOfTheUserIsNotMendedWithAllElse() {
        Finding found = select("selector", SHOP);
        Fix fix = new Fix(found.text(), new Edit.Composite(List.of()));

        assertThat(Fixing.isOfAll(refused(found, List.of(fix)))).isFalse();
    }

    /// As `found`, but told by a cluster that would refuse it.
    private static Finding refused(Finding found, List<Fix> fixes) {
        return new Finding(
                LiveChanges.RULE,
                Severity.ERROR,
                found.object(),
                found.path(),
                found.field(),
                found.file(),
                found.document(),
                found.span(),
                found.text(),
                "field is immutable",
                fixes);
    }

    /// What is told when a cluster would refuse something.
    private List<Finding> told(Finding refused) {
        return onScreen(() -> {
            workspace().foundBesideCluster(List.of(refused));
            return workspace().findingsProperty().get();
        });
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
