package drydock.model.placing;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.diagram.Position;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private static final ResourceId POD = new ResourceId("", "Pod", "default", "web");
    private static final String TEXT = "# mine\napiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";

    private static Project project(String... paths) {
        return Project.of(
                Stream.of(paths).map(path -> ManifestFile.parse(path, TEXT)).toList(), DiagramFile.ABSENT);
    }

    private static Project followed(Project project, String... stays) {
        return Following.of(project, List.of(POD), "shop", List.of(stays)::contains)
                .applyTo(project)
                .toOptional()
                .orElseThrow();
    }

    @Test
    void aNewFileCalledAsItsObjectFollowsWithItsTextAndThePlaceOnTheCanvas() {
        Project project = project("pods/web.yaml");
        Project after =
                followed(project.withDiagram(project.diagram().withPositions(Map.of(POD, new Position(8, 16)))));

        assertThat(after.files()).containsOnlyKeys("pods/shop.yaml");
        assertThat(after.file("pods/shop.yaml").orElseThrow().text()).isEqualTo(TEXT);
        assertThat(after.diagram().position(POD)).contains(new Position(8, 16));
    }

    @Test
    void theKindInItsNameStays() {
        assertThat(followed(project("web-pod-2.yaml")).files()).containsOnlyKeys("shop-pod.yaml");
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        Project project = project("web.yaml").withFile(ManifestFile.parse("Shop.yaml", "# nothing\n"));

        assertThat(followed(project).files()).containsOnlyKeys("Shop.yaml", "shop-2.yaml");
    }

    @Test
    void whatWasSavedIsCalledOtherwiseOrHoldsMoreStays() {
        assertThat(followed(project("web.yaml"), "web.yaml").files()).containsOnlyKeys("web.yaml");
        assertThat(followed(project("front.yaml")).files()).containsOnlyKeys("front.yaml");
        Project two = Project.of(
                List.of(ManifestFile.parse("web.yaml", TEXT + "---\n" + TEXT.replace("web", "db"))),
                DiagramFile.ABSENT);
        assertThat(followed(two).files()).containsOnlyKeys("web.yaml");
    }
}
