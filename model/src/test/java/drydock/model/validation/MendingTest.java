package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.edit.History;
import drydock.model.edit.Outcome;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.standard.ProjectChecks;
import drydock.model.validation.standard.StandardRules;
import io.fabric8.kubernetes.api.model.Service;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MendingTest {

    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata: {name: %s}
        spec:
          type: ClusterIP
          loadBalancerSourceRanges: [10.0.0.0/8] # gone
          ports:
          - port: 80 # web
            nodePort: 30080
          - port: 81
            nodePort: 30081
        """;

    private static Project project(String... texts) {
        List<ManifestFile> files = new ArrayList<>();
        for (String text : texts) {
            files.add(ManifestFile.parse("f" + files.size() + ".yaml", text));
        }
        return Project.of(files, DiagramFile.ABSENT);
    }

    private static Mending.Mended mend(Validator validator, Project project) {
        Validation found = validator.check(List.copyOf(project.files().values()));
        return new Mending(validator, ProjectChecks::findings, _ -> true).mend(project, found, () -> true);
    }

    @Test
    void everythingThatHasAFixIsMendedAndNothingElseChanges() {
        Project project = project(SERVICE.formatted("a") + "---\n" + SERVICE.formatted("b"), SERVICE.formatted("c"));

        Mending.Mended mended = mend(StandardRules.validator(), project);

        Validation left = StandardRules.validator()
                .check(List.copyOf(mended.after().files().values()));
        assertThat(left.findings()).noneMatch(finding -> !finding.fixes().isEmpty());
        assertThat(mended.after().file("f1.yaml").orElseThrow().text())
                .contains("- port: 80 # web")
                .contains("name: c");
        assertThat(mended.mended()).isPositive();
    }

    @Test
    void theEditOfAllIsWhatWasMended() {
        Project project = project(SERVICE.formatted("a"), "kind: [");
        Mending.Mended mended = mend(StandardRules.validator(), project);

        Edit edit = mended.edit(project);

        Project made = edit.applyTo(project) instanceof Outcome.Done<Project>(Project done) ? done : Project.EMPTY;
        assertThat(made.file("f0.yaml").orElseThrow().text())
                .isEqualTo(mended.after().file("f0.yaml").orElseThrow().text());
        assertThat(made.file("f1.yaml")).isEqualTo(project.file("f1.yaml"));
    }

    @Test
    void whatLiesBetweenTwoObjectsIsMendedInOneOfThemOnly() {
        Project project = project(SERVICE.formatted("a"), SERVICE.formatted("b"));

        Mending.Mended mended = mend(clashes(), project);

        assertThat(mended.mended()).isOne();
        assertThat(mended.after().files().values())
                .filteredOn(file -> !file.text().contains("30080"))
                .hasSize(1);
    }

    @Test
    void whatDrydockJsonSaysInVainIsMendedWithTheRest() {
        String json = "{\n"
                + "  \"mine\": 1,\n"
                + "  \"checks\": {\"off\": [\"imagge\", \"zzzzzz\"], \"kubernetesVersion\": \"1.99\"}\n"
                + "}\n";
        Project project = Project.of(
                List.of(ManifestFile.parse("f.yaml", SERVICE.formatted("a"))),
                DiagramFile.read(json.getBytes(StandardCharsets.UTF_8)));
        Validator validator = StandardRules.validator();
        Validation found =
                validator.check(List.copyOf(project.files().values())).with(ProjectChecks.findings(project));

        Mending.Mended mended = new Mending(
                        validator, ProjectChecks::findings, f -> f.file().equals(DiagramFile.NAME))
                .mend(project, found, () -> true);

        assertThat(mended.mended()).isEqualTo(3);
        assertThat(mended.after().diagram().checks().off()).containsExactly("image");
        assertThat(ProjectChecks.findings(mended.after())).isEmpty();
        History before = History.of(project);
        History after = before.apply(mended.edit(project), 0).toOptional().orElseThrow();
        assertThat(after.project().diagram()).isEqualTo(mended.after().diagram());
        assertThat(after.undo().project().diagramFile().bytes().map(String::new))
                .contains(json);
    }

    @Test
    void aFixThatMendsNothingIsMadeOnce() {
        Rule useless = Rule.of(
                "ServiceSpec",
                spec -> spec.warning("useless", "type", "required-field", "x")
                        .fix(spec.setting("type", "NodePort"), "set-type", "NodePort"));
        Validator validator = new Validator(List.of(new RuleFamily(COMMON, List.of(useless))), CheckOptions.STANDARD);

        assertThat(mend(validator, project(SERVICE.formatted("a"))).mended()).isOne();
    }

    private static final String COMMON = "drydock.model.validation.messages";

    /// Of two Services with one node port both are told, as an engine may do that sees no first.
    private static Validator clashes() {
        Rule rule = new Rule.OfProject(view -> {
            Map<Integer, Integer> users = new HashMap<>();
            view.topology().objects().values().forEach(object -> {
                if (object instanceof Service service) {
                    Optional.ofNullable(service.getSpec().getPorts().getFirst().getNodePort())
                            .ifPresent(port -> users.merge(port, 1, Integer::sum));
                }
            });
            FieldPath path = FieldPath.of("spec", "ports", 0, "nodePort");
            view.topology().objects().forEach((id, object) -> {
                if (object instanceof Service service
                        && service.getSpec().getPorts().getFirst().getNodePort() != null
                        && users.get(service.getSpec().getPorts().getFirst().getNodePort()) > 1) {
                    view.tell("clash", Severity.WARNING, id, path, "required-field", "x")
                            .fix(Optional.of(new Edit.RemoveField(id, path)), "remove-field", "nodePort");
                }
            });
        });
        return new Validator(List.of(new RuleFamily(COMMON, List.of(rule))), CheckOptions.STANDARD);
    }
}
