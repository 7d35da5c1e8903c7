package drydock.model.placing;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MovingTest {

    private static final ResourceId A = new ResourceId("", "ConfigMap", "default", "a");
    private static final ResourceId B = new ResourceId("", "Secret", "default", "b");

    private static final String BOTH = """
        # the settings
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a}
        data: {k: "yes"}   # quoted
        ---
        # the key
        apiVersion: v1
        kind: Secret
        metadata: {name: b}
        """;

    private static Project project(String text) {
        Project project = Project.of(List.of(ManifestFile.parse("both.yaml", text)), DiagramFile.ABSENT);
        return project.withDiagram(project.diagram().withPositions(Map.of(A, new Position(8, 8))));
    }

    private static Project moved(Project project, String path, ResourceId... ids) {
        return Moving.of(project, List.of(ids), path)
                .applyTo(project)
                .toOptional()
                .orElseThrow();
    }

    @Test
    void anObjectTakesItsCommentsAlongAndKeepsItsPlaceOnTheCanvas() {
        Project after = moved(project(BOTH), "new/a.yaml", A);

        assertThat(after.file("new/a.yaml").orElseThrow().text()).isEqualTo("""
            # the settings
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a}
            data: {k: "yes"}   # quoted
            """);
        assertThat(after.file("both.yaml").orElseThrow().text())
                .contains("# the key")
                .doesNotContain("ConfigMap");
        assertThat(after.diagram().positions()).containsEntry(A, new Position(8, 8));
        assertThat(after.objects()).hasSize(2);
    }

    @Test
    void aFileThatHasNothingLeftIsGone() {
        Project after = moved(project(BOTH), "all.yaml", A, B);

        assertThat(after.files()).containsOnlyKeys("all.yaml");
        assertThat(after.declarations().keySet()).containsExactly(A, B);
    }

    @Test
    void anItemOfAListBecomesADocument() {
        Project after = moved(
                project("apiVersion: v1\n"
                        + "kind: List\n"
                        + "items:\n"
                        + "- apiVersion: v1\n"
                        + "  kind: ConfigMap\n"
                        + "  metadata: {name: a}\n"
                        + "- apiVersion: v1\n"
                        + "  kind: Secret\n"
                        + "  metadata: {name: b}\n"),
                "a.yaml",
                A);
        assertThat(after.declarations(A).getFirst().path()).isEqualTo("a.yaml");
        assertThat(after.declarations(B).getFirst().path()).isEqualTo("both.yaml");
    }

    @Test
    void whatIsThereAlreadyOrDeclaredTwiceStays() {
        Project project = project(BOTH + "---\n" + BOTH.substring(0, BOTH.indexOf("---")));

        assertThat(Moving.of(project, List.of(A), "x.yaml")).isEqualTo(new Edit.Composite(List.of()));
        assertThat(Moving.of(project, List.of(B), "both.yaml")).isEqualTo(new Edit.Composite(List.of()));
    }

    @Test
    void aPathThatLeadsOutOfTheProjectIsRefused() {
        Project project = project(BOTH);
        assertThat(Moving.of(project, List.of(A), "../a.yaml").applyTo(project)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void newObjectsGoWhereTheUserSays() {
        assertThat(Placing.FILE_EACH.path(Optional.of("shop"), "web")).isEqualTo("web.yaml");
        assertThat(Placing.NAMESPACE_FOLDERS.path(Optional.of("shop"), "web")).isEqualTo("shop/web.yaml");
        assertThat(Placing.NAMESPACE_FOLDERS.path(Optional.empty(), "node")).isEqualTo("node.yaml");
        assertThat(Placing.ONE_FILE.path(Optional.of("shop"), "web")).isEqualTo("manifests.yaml");
    }
}
