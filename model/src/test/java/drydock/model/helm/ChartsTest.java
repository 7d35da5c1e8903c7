package drydock.model.helm;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.helm.Charts.Part;
import drydock.model.manifest.ManifestFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartsTest {

    private static final String HEAD = "apiVersion: v2\nname: web\nversion: 0.1.0\n";

    private final List<ManifestFile> files = new ArrayList<>();

    private Charts charts(String... paths) {
        for (String path : paths) {
            files.add(ManifestFile.parse(path, HEAD));
        }
        return Charts.of(files);
    }

    @Test
    void withoutAHeadNothingIsOfAChart() {
        Charts charts = charts("templates/web.yaml", "values.yaml", "chart.yaml", "a/MyChart.yaml");

        assertThat(charts.isEmpty()).isTrue();
        assertThat(charts.part("templates/web.yaml")).isEqualTo(Part.NONE);
    }

    @Test
    void whatLiesInTemplatesIsATemplate() {
        Charts charts = charts("web/Chart.yaml");

        assertThat(List.of("web/templates/a.yaml", "web/templates/tests/b.yml"))
                .allMatch(path -> charts.part(path) == Part.TEMPLATE);
        assertThat(List.of("templates/a.yaml", "web2/templates/a.yaml", "web/mytemplates/a.yaml"))
                .allMatch(path -> charts.part(path) == Part.NONE);
    }

    @Test
    void whatHelmReadsIsNoManifest() {
        Charts charts = charts("Chart.yaml");

        assertThat(List.of(
                        "Chart.yaml",
                        "values.yaml",
                        "values-prod.yaml",
                        "values.schema.json",
                        "requirements.yaml",
                        "ci/small-values.yaml",
                        "charts/loose.yaml"))
                .allMatch(path -> charts.part(path) == Part.INPUT);
    }

    @Test
    void otherFilesBesideAHeadStayWhatTheyAre() {
        Charts charts = charts("Chart.yaml");

        assertThat(List.of("crds/widget.yaml", "deploy/web.yaml", "service.yaml", "deploy/values.yaml"))
                .allMatch(path -> charts.part(path) == Part.NONE);
    }

    @Test
    void chartsInChartsHaveTheirOwnTemplatesAndDefinitions() {
        Charts charts = charts("Chart.yaml", "charts/redis/Chart.yaml");

        assertThat(charts.part("charts/redis/templates/a.yaml")).isEqualTo(Part.TEMPLATE);
        assertThat(charts.part("charts/redis/crds/a.yaml")).isEqualTo(Part.NONE);
        assertThat(charts.part("charts/redis/docs/a.yaml")).isEqualTo(Part.INPUT);
    }

    @Test
    void templatesAreToldOfOnceAChartThatNoOtherDependsOn() {
        Charts charts = charts(
                "a/Chart.yaml",
                "a/templates/one.yaml",
                "a/templates/two.yaml",
                "a/charts/b/Chart.yaml",
                "a/charts/b/templates/three.yaml",
                "a/charts/b/charts/c/Chart.yaml",
                "a/charts/b/charts/c/templates/four.yaml",
                "d/Chart.yaml",
                "d/charts/e/Chart.yaml",
                "d/charts/e/templates/five.yaml",
                "f/Chart.yaml",
                "f/values.yaml");

        assertThat(charts.headsWithTemplates(files)).containsExactly("a/Chart.yaml", "d/Chart.yaml");
    }

    @Test
    void aLibraryMakesNothingThatCouldBeChecked() {
        files.add(ManifestFile.parse("Chart.yaml", HEAD + "type: library\n"));

        assertThat(charts("templates/common.yaml").headsWithTemplates(files)).isEmpty();
    }

    @Test
    void anObjectCalledLikeAHeadIsAnObject() {
        files.add(ManifestFile.parse("Chart.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: chart}\n"));

        assertThat(charts("templates/web.yaml").part("templates/web.yaml")).isEqualTo(Part.NONE);
    }

    @Test
    void aHeadThatCannotBeReadIsOneStill() {
        for (String text : List.of("name: [", "", "- a", "name: {{ .Chart }}")) {
            assertThat(Charts.of(List.of(ManifestFile.parse("Chart.yaml", text)))
                            .part("templates/web.yaml"))
                    .as(text)
                    .isEqualTo(Part.TEMPLATE);
        }
    }
}
