package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.standard.StandardRules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A Helm chart beside manifests.
final class HelmChartTest {

    private static final String TEMPLATE = """
        {{- if .Values.enabled }}
        apiVersion: v1
        kind: Pod
        metadata:
          name: {{ include "web.name" . }}
          labels:
            {{- include "web.labels" . | nindent 4 }}
        {{- end }}
        """;

    private final Map<String, String> texts = new TreeMap<>(Map.of(
            "web/Chart.yaml",
            "apiVersion: v2\nname: web\nversion: 0.1.0\n",
            "web/values.yaml",
            "enabled: true\n",
            "web/values.schema.json",
            "{\"type\": \"object\"}",
            "web/templates/pod.yaml",
            TEMPLATE,
            "web/templates/plain.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: plain}\n",
            "web/crds/settings.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Settings}\n"));

    private List<ManifestFile> files() {
        return texts.entrySet().stream()
                .map(e -> ManifestFile.parse(e.getKey(), e.getValue()))
                .toList();
    }

    private List<Finding> findings() {
        return StandardRules.validator().check(files()).findings();
    }

    @Test
    void templatesAreToldOfOnceAtTheHeadOfTheChart() {
        assertThat(findings())
                .filteredOn(finding -> !finding.file().startsWith("web/crds/"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("helm-chart");
                    assertThat(finding.severity()).isEqualTo(Severity.ADVICE);
                    assertThat(finding.file()).isEqualTo("web/Chart.yaml");
                    assertThat(List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE))
                            .allSatisfy(language ->
                                    assertThat(finding.advice(language)).contains("helm template . | drydock check -"));
                });
    }

    @Test
    void definitionsOfAChartAreChecked() {
        assertThat(findings())
                .filteredOn(finding -> finding.file().equals("web/crds/settings.yaml"))
                .extracting(Finding::rule)
                .contains("name");
    }

    @Test
    void onlyWhatIsNoTemplateIsAnObjectOfTheProject() {
        Project project = Project.of(files(), DiagramFile.ABSENT);

        assertThat(project.objects()).extracting(HasMetadata::getKind).containsExactly("ConfigMap");
        assertThat(project.manifests()).extracting(ManifestFile::path).containsExactly("web/crds/settings.yaml");
    }

    @Test
    void valuesThatCannotBeReadAreToldOf() {
        texts.put("web/values.yaml", "enabled: [\n");

        assertThat(findings())
                .filteredOn(finding -> finding.file().equals("web/values.yaml"))
                .isNotEmpty();
    }

    @Test
    void aTemplateWithoutItsChartIsSaidToBeOne() {
        texts.keySet().removeIf(path -> !path.equals("web/templates/pod.yaml"));

        assertThat(findings()).singleElement().extracting(Finding::rule).isEqualTo("manifest-template");
    }

    @Test
    void aDefinitionInATemplateDefinesNothing() {
        texts.put("web/templates/definition.yaml", """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              names: {kind: Widget, plural: widgets}
              scope: Namespaced
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema: {type: object, required: [spec]}
            """);
        texts.put("widget.yaml", "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: one}\n");

        assertThat(findings())
                .filteredOn(finding -> finding.file().equals("widget.yaml"))
                .extracting(Finding::rule)
                .doesNotContain("required-field");
    }
}
