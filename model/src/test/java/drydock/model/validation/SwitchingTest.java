package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.validation.standard.ProjectChecks;
import drydock.model.validation.standard.StandardRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwitchingTest {

    private static final ResourceId SHOP = new ResourceId("", "Service", "default", "shop");
    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata:
          name: shop # ours
        spec:
          selector: {app: nobody}
          ports:
          - port: 80
        """;

    private static Project project(String text) {
        return Project.of(List.of(ManifestFile.parse("shop.yaml", text)), DiagramFile.ABSENT);
    }

    private static String after(Project project, Optional<Edit> edit) {
        return edit.orElseThrow().applyTo(project) instanceof Outcome.Done<Project>(Project done)
                ? done.file("shop.yaml").orElseThrow().text()
                : "refused";
    }

    @Test
    void aRuleThatIsSwitchedOffForAnObjectIsFoundThereNoMore() {
        Project project = project(SERVICE);

        String text = after(project, new Switching(project, "selects-nothing").off(SHOP));

        Validation found = StandardRules.validator()
                .check(List.copyOf(project(text).files().values()));
        assertThat(found.findings()).isEmpty();
        assertThat(found.suppressed()).extracting(Finding::rule).containsExactly("selects-nothing");
        assertThat(text).contains("name: shop # ours").contains("drydock/ignore: selects-nothing");
    }

    @Test
    void aSecondRuleIsSwitchedOffBesideTheFirst() {
        Project first = project(after(project(SERVICE), new Switching(project(SERVICE), "selects-nothing").off(SHOP)));

        String text = after(first, new Switching(first, "target-port").off(SHOP));

        assertThat(text).contains("drydock/ignore: selects-nothing, target-port");
        assertThat(new Switching(project(text), "target-port").isOff(SHOP)).isTrue();
        assertThat(new Switching(project(text), "target-port").off(SHOP)).isEmpty();
    }

    @Test
    void switchingTheOnlyRuleOnAgainLeavesTheTextAsItWas() {
        Project off = project(after(project(SERVICE), new Switching(project(SERVICE), "selects-nothing").off(SHOP)));

        assertThat(after(off, new Switching(off, "selects-nothing").on(SHOP))).isEqualTo(SERVICE);
    }

    @Test
    void switchingOneRuleOnAgainLeavesTheOthersAndOtherAnnotations() {
        Project off = project(SERVICE.replace(
                "  name: shop # ours\n",
                "  name: shop\n  annotations:\n    team: a\n    drydock/ignore: \"target-port,selects-nothing\"\n"));

        String one = after(off, new Switching(off, "target-port").on(SHOP));
        Project left = project(one);
        String none = after(left, new Switching(left, "selects-nothing").on(SHOP));

        assertThat(one).contains("drydock/ignore: \"selects-nothing\"");
        assertThat(none).contains("team: a").doesNotContain("drydock/ignore");
    }

    @Test
    void aRuleIsSwitchedOffAndOnForTheWholeProjectInItsOwnFile() {
        Project project = project(SERVICE);

        Project off = done(project, new Switching(project, "selects-nothing").inProject(true));

        assertThat(new Switching(off, "selects-nothing").isOffInProject()).isTrue();
        assertThat(new Switching(off, "selects-nothing").inProject(true)).isEmpty();
        assertThat(off.file("shop.yaml")).isEqualTo(project.file("shop.yaml"));
        Validation found = StandardRules.validator(ProjectChecks.options(off))
                .check(List.copyOf(off.files().values()));
        assertThat(found.findings()).isEmpty();
        assertThat(found.suppressed()).extracting(Finding::rule).containsExactly("selects-nothing");

        Project on = done(off, new Switching(off, "selects-nothing").inProject(false));
        assertThat(on.diagram()).isEqualTo(project.diagram());
        assertThat(new Switching(on, "selects-nothing").inProject(false)).isEmpty();
    }

    private static Project done(Project project, Optional<Edit> edit) {
        return edit.orElseThrow().applyTo(project) instanceof Outcome.Done<Project>(Project after) ? after : project;
    }

    @Test
    void aTextThatCannotBeReadCannotBeSwitchedOff() {
        Validation found = StandardRules.validator()
                .check(List.of(ManifestFile.parse("shop.yaml", SERVICE.replace("selector:", "selector: ["))));

        assertThat(found.findings()).isNotEmpty().noneMatch(Switching::isPossible);
    }
}
