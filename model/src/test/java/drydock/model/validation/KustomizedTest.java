package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.standard.StandardRules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A base and overlays, as Kustomize has them.
final class KustomizedTest {

    private static final String PATCH = "overlays/prod/replicas.yaml";
    private static final Validator VALIDATOR = StandardRules.validator();

    private final Map<String, String> texts = new TreeMap<>(Map.of(
            "base/kustomization.yaml",
            "resources: [web.yaml]\n",
            "base/web.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers: [{name: web, image: "nginx:1.27"}]
            """,
            "overlays/prod/kustomization.yaml",
            """
            resources: [../../base]
            patches:
            - path: replicas.yaml
            - path: operations.yaml
              target: {kind: Deployment}
            """,
            "overlays/prod/operations.yaml",
            "- {op: replace, path: /spec/replicas, value: 3}\n",
            PATCH,
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 5
              template:
                spec:
                  containers:
                  - name: web
                    resources: {limits: {memory: 1Gi}}
                  - $patch: delete
                    name: old
            """));

    private List<ManifestFile> files() {
        List<ManifestFile> files = new ArrayList<>();
        texts.forEach((path, text) -> files.add(ManifestFile.parse(path, text)));
        return files;
    }

    private List<String> errors() {
        return errors(VALIDATOR.check(files()));
    }

    private static List<String> errors(Validation validation) {
        return validation.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.file() + ": " + finding.rule() + " " + finding.field())
                .toList();
    }

    private void replace(String path, String from, String to) {
        assertThat(texts.get(path)).contains(from);
        texts.put(path, texts.get(path).replace(from, to));
    }

    @Test
    void whatAPatchLeavesOutIsNotMissing() {
        assertThat(errors()).isEmpty();
    }

    @Test
    void theFieldsOfAPatchAreThoseOfItsKind() {
        replace(PATCH, "replicas: 5", "replica: 5");
        replace(PATCH, "limits:", "limit:");
        assertThat(errors())
                .containsExactly(
                        PATCH + ": unknown-field spec.replica",
                        PATCH + ": unknown-field spec.template.spec.containers[0].resources.limit");
    }

    @Test
    void theTextOfAPatchIsYaml() {
        texts.put("overlays/prod/operations.yaml", "- {op: replace\n");
        assertThat(errors()).singleElement().asString().startsWith("overlays/prod/operations.yaml: yaml-");
    }

    @Test
    void aFileThatIsNoPatchAnyMoreIsCheckedAsAManifest() {
        Validation before = VALIDATOR.check(files());
        replace("overlays/prod/kustomization.yaml", "- path: replicas.yaml\n", "");
        assertThat(errors(VALIDATOR.check(files(), before)))
                .contains(PATCH + ": duplicate-object metadata.name", PATCH + ": required-field spec.selector");
    }

    @Test
    void overlaysMayDeclareTheSameObjectEach() {
        String settings = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n";
        texts.put("overlays/dev/kustomization.yaml", "resources: [../../base, settings.yaml]\n");
        texts.put("overlays/dev/settings.yaml", settings);
        replace("overlays/prod/kustomization.yaml", "../../base", "../../base, settings.yaml");
        texts.put("overlays/prod/settings.yaml", settings);
        assertThat(errors()).isEmpty();

        replace("base/kustomization.yaml", "web.yaml", "web.yaml, settings.yaml");
        texts.put("base/settings.yaml", settings);
        assertThat(errors()).hasSize(2).allMatch(error -> error.contains("duplicate-object"));
    }

    @Test
    void aPatchDeclaresNothing() {
        Project project = Project.of(files(), DiagramFile.ABSENT);
        assertThat(project.objects())
                .singleElement()
                .satisfies(web -> assertThat(web.getKind()).isEqualTo("Deployment"));
        assertThat(project.manifests()).extracting(ManifestFile::path).doesNotContain(PATCH);
    }

    @Test
    void nothingIsRememberedOfAPatchThatIsBroken() {
        Project project = Project.of(files(), DiagramFile.ABSENT)
                .withFile(ManifestFile.parse(PATCH, texts.get(PATCH).replace("name: web}", "name: other}")))
                .withFile(ManifestFile.parse(PATCH, "spec: ["));
        assertThat(project.lastGoodObjects())
                .extracting(HasMetadata::getMetadata)
                .extracting(metadata -> metadata.getName())
                .containsExactly("web");
    }
}
