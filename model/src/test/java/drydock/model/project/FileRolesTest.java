package drydock.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FileRolesTest {

    private static final String CHART = "apiVersion: v2\nname: shop\nversion: 1.0.0\n";
    private static final String POD = "kind: Pod\n";

    /// @param texts paths and the texts behind them, one after the other
    private static List<ManifestFile> files(String... texts) {
        List<ManifestFile> files = new ArrayList<>();
        for (int i = 0; i < texts.length; i += 2) {
            files.add(ManifestFile.parse(texts[i], texts[i + 1]));
        }
        return files;
    }

    @Test
    void withoutKustomizationsAndChartsEveryFileIsAManifest() {
        List<ManifestFile> files = files("web.yaml", POD, "templates/db.yaml", POD, "values.yaml", "a: 1\n");

        assertThat(FileRoles.of(files).manifests(files)).isEqualTo(files);
    }

    @Test
    void aKustomizationSaysWhichFilesArePatchesAndInputs() {
        FileRoles roles = FileRoles.of(files(
                "kustomization.yaml",
                "resources: [web.yaml]\npatches: [{path: limits.yaml}]\nconfigurations: [names.yaml]\n",
                "web.yaml",
                POD,
                "limits.yaml",
                POD,
                "names.yaml",
                "a: 1\n"));

        assertThat(roles.of("web.yaml")).isEqualTo(FileRole.MANIFEST);
        assertThat(roles.of("limits.yaml")).isEqualTo(FileRole.PATCH);
        assertThat(roles.of("names.yaml")).isEqualTo(FileRole.INPUT);
    }

    @Test
    void aChartMakesObjectsOfItsTemplatesAndItsDefinitionsAreManifests() {
        List<ManifestFile> files = files(
                "Chart.yaml",
                CHART,
                "values.yaml",
                "replicas: 1\n",
                "templates/web.yaml",
                "kind: {{ .Values.kind }}\n",
                "crds/widget.yaml",
                "kind: CustomResourceDefinition\n");
        FileRoles roles = FileRoles.of(files);

        assertThat(roles.of("templates/web.yaml")).isEqualTo(FileRole.TEMPLATE);
        assertThat(roles.of("values.yaml")).isEqualTo(FileRole.INPUT);
        assertThat(roles.manifests(files)).extracting(ManifestFile::path).contains("crds/widget.yaml");
    }

    @Test
    void whatAKustomizationSaysCountsBeforeTheChartThatAFileLiesIn() {
        FileRoles roles = FileRoles.of(files(
                "Chart.yaml",
                CHART,
                "kustomization.yaml",
                "resources: [templates/web.yaml]\npatches: [{path: templates/limits.yaml}]\n",
                "templates/web.yaml",
                POD,
                "templates/limits.yaml",
                POD,
                "templates/db.yaml",
                POD));

        assertThat(roles.of("templates/web.yaml")).isEqualTo(FileRole.MANIFEST);
        assertThat(roles.of("templates/limits.yaml")).isEqualTo(FileRole.PATCH);
        assertThat(roles.of("templates/db.yaml")).isEqualTo(FileRole.TEMPLATE);
    }
}
