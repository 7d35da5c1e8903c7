package drydock.model.validation.standard;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.CheckSettings;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.Design;
import drydock.model.validation.Finding;
import drydock.model.validation.KubernetesVersion;
import drydock.model.validation.Severity;
import drydock.model.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {

    /// A file of Kubernetes or of what it is made of, and the functions in it that are meant.
    private static final String SOURCE =
            "([a-zA-Z0-9.*_-]+/)+[a-zA-Z0-9.*_-]+( [a-z]+\\.go)?( [A-Za-z0-9_]+(, [A-Za-z0-9_]+)*)?( \\(strict\\))?";

    private static final String POD =
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n" + "spec:\n  containers: [{name: a, image: ' a'}]\n";

    @Test
    void everyRuleSaysWhatItWantsInBothLanguages() {
        assertThat(RuleCatalogue.all()).hasSizeGreaterThan(160).allSatisfy(rule -> {
            assertThat(rule.description(Locale.ENGLISH)).endsWith(".");
            assertThat(rule.description(Locale.SIMPLIFIED_CHINESE)).endsWith("。");
            assertThat(rule.source()).matches("Drydock|" + SOURCE + "(; " + SOURCE + ")*");
        });
        assertThat(RuleCatalogue.find("selects-nothing"))
                .hasValueSatisfying(rule -> assertThat(rule.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void aNameThatIsNearlyRightLeadsToTheRule() {
        assertThat(RuleCatalogue.near("unknown-feild").getFirst()).isEqualTo("unknown-field");
        assertThat(RuleCatalogue.near("selector-template")).contains("selector-template-mismatch");
        assertThat(RuleCatalogue.near("zzzzzz")).isEmpty();
    }

    @Test
    void aSwitchOfAnObjectThatNamesNoRuleIsTold() {
        List<Finding> found = Design.of(
                        POD.replace("name: p\n", "name: p\n  annotations: {drydock/ignore: 'imagge, image'}\n"))
                .findings("unknown-rule");

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().message(Locale.ENGLISH)).contains("imagge");
        assertThat(found.getFirst().advice(Locale.ENGLISH)).contains("image");
    }

    @Test
    void drydockJsonSwitchesRulesOffAndSaysTheVersion() {
        Project project = project("{\"checks\": {\"off\": [\"image\"], \"kubernetesVersion\": \"1.31\"}}");
        Validation validation = StandardRules.validator(ProjectChecks.options(project))
                .check(List.copyOf(project.files().values()));

        assertThat(ProjectChecks.findings(project)).isEmpty();
        assertThat(ProjectChecks.options(project).version()).isEqualTo(new KubernetesVersion(31));
        assertThat(validation.findings()).allMatch(f -> f.severity() == Severity.ADVICE);
        assertThat(validation.suppressed()).extracting(Finding::rule).containsExactly("image");
    }

    @Test
    void whatDrydockJsonNamesInVainIsToldWhereItStands() {
        Project project = project("{\n  \"checks\": {\"off\": [\"imagge\"], \"kubernetesVersion\": \"1.99\"}\n}");
        List<Finding> found = ProjectChecks.findings(project);

        assertThat(found).extracting(Finding::rule).containsExactly("unknown-rule", "drydock-json-value");
        assertThat(found.getFirst().file()).isEqualTo("drydock.json");
        assertThat(found.getFirst().line()).isEqualTo(2);
        assertThat(found.getFirst().column()).isEqualTo(22);
        assertThat(found.getLast().message(Locale.ENGLISH)).contains("1.99", "1.30–1.36");
    }

    @Test
    void switchingIsAnEditThatLeavesAllElseAsItIs() {
        Project project = project("{\n  \"mine\": 1,\n  \"checks\": {\"other\": [2], \"off\": [\"image\"]}\n}\n");
        CheckSettings settings = project.diagram()
                .checks()
                .withOff(new TreeSet<>(List.of("image", "name")))
                .withKubernetesVersion(Optional.of("1.30"));
        Edit edit = new Edit.Draw(new DiagramChange.SetChecks(settings));

        Project changed = ((Outcome.Done<Project>) edit.applyTo(project)).value();

        assertThat(text(changed)).contains("\"mine\": 1", "\"other\": [2]", "[\"image\", \"name\"]", "\"1.30\"");
        assertThat(text(changed.withDiagram(project.diagram()))).isEqualTo(text(project));
        assertThat(edit.label()).isEqualTo("edit.checks");
    }

    private static String text(Project project) {
        return new String(project.diagramFile().bytes().orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Project project(String json) {
        return Project.of(
                List.of(ManifestFile.parse("a.yaml", POD)), DiagramFile.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
