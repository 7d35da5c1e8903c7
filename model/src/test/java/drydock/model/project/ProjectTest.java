package drydock.model.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import drydock.model.diagram.DiagramFile;
import drydock.model.diagram.Position;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {

    private static final ResourceId A = new ResourceId("", "ConfigMap", "default", "a");
    private static final ResourceId B = new ResourceId("", "ConfigMap", "default", "b");

    @Test
    void objectsComeInTheOrderOfTheFilesAndOfTheDocumentsInThem() {
        Project project = project(file("2.yaml", map("c")), file("1.yaml", map("b") + "---\n" + map("a")));

        assertThat(names(project.objects())).containsExactly("b", "a", "c");
        assertThat(project.find(A))
                .hasValueSatisfying(o -> assertThat(o.getKind()).isEqualTo("ConfigMap"));
        assertThat(project.declarations(A)).singleElement().satisfies(d -> {
            assertThat(d.path()).isEqualTo("1.yaml");
            assertThat(d.document().index()).isEqualTo(1);
        });
    }

    @Test
    void anObjectThatIsDeclaredTwiceIsThereTwice() {
        Project project = project(file("1.yaml", map("a") + "---\n" + map("a")), file("2.yaml", map("a")));

        assertThat(project.objects()).hasSize(3);
        assertThat(project.declarations(A)).extracting(Declaration::path).containsExactly("1.yaml", "1.yaml", "2.yaml");
    }

    @Test
    void aChangeSharesTheFilesThatDidNotChange() {
        Project before = project(file("1.yaml", map("a")), file("2.yaml", map("b")));

        Project after = before.withFile(file("1.yaml", map("c")));

        assertThat(after.files().get("2.yaml")).isSameAs(before.files().get("2.yaml"));
        assertThat(after.find(A)).isEmpty();
        assertThat(before.find(A)).isPresent();
    }

    @Test
    void aChangeOfTheDiagramLeavesTheTextsAsTheyAre() {
        Project project = Project.of(List.of(ManifestFile.parse("a.yaml", "kind: ConfigMap")), DiagramFile.ABSENT);
        Project drawn = project.withDiagram(project.diagram().withPositions(Map.of(A, new Position(1, 2))));
        Project written = project.withFile(ManifestFile.parse("a.yaml", "kind: Secret"));

        assertThat(drawn.sharesTextsWith(project)).isTrue();
        assertThat(written.sharesTextsWith(project)).isFalse();
    }

    @Test
    void whileATextIsBrokenItsLastGoodObjectsAreStillThere() {
        Project good = project(file("1.yaml", map("a")), file("2.yaml", map("b")));

        Project broken = good.withFile(file("1.yaml", "kind: [\n" + map("a")));
        Project stillBroken = broken.withFile(file("1.yaml", "kind: [[\n"));
        Project mended = stillBroken.withFile(file("1.yaml", map("c")));

        assertThat(broken.find(A)).isEmpty();
        assertThat(names(broken.lastGoodObjects())).containsExactlyInAnyOrder("a", "b");
        assertThat(names(stillBroken.lastGoodObjects())).containsExactlyInAnyOrder("a", "b");
        assertThat(stillBroken.brokenTextOf(A))
                .hasValueSatisfying(p -> assertThat(p.path()).isEqualTo("1.yaml"));
        assertThat(names(mended.lastGoodObjects())).containsExactlyInAnyOrder("c", "b");
        assertThat(mended.brokenTextOf(A)).isEmpty();
    }

    @Test
    void anObjectWhoseTextDoesNotFitItsKindIsShownAsItWas() {
        String rc = "apiVersion: v1\nkind: ReplicationController\nmetadata: {name: a}\nspec: {replicas: 2}\n";
        ResourceId id = new ResourceId("", "ReplicationController", "default", "a");
        Project good = project(file("1.yaml", rc));

        Project typing = good.withFile(file("1.yaml", rc.replace("2", "two")));
        Project gone = typing.withFile(file("1.yaml", map("b")));

        assertThat(typing.find(id)).isEmpty();
        assertThat(typing.declarations(id)).hasSize(1);
        assertThat(names(typing.lastGoodObjects())).containsExactly("a");
        assertThat(names(gone.lastGoodObjects())).containsExactly("b");
    }

    @Test
    void anObjectWhoseTextNeverFittedItsKindIsShownWithoutTheFieldsThatDoNotFit() {
        Project opened = project(file("1.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a, labels: [x]}
            spec:
              replicas: two
              paused: [yes]
              selector: {matchLabels: {app: a}}
              template:
                spec:
                  containers:
                  - {name: web, ports: [{containerPort: 80}, {containerPort: eighty, name: http}]}
            """));

        assertThat(opened.objects()).isEmpty();
        assertThat(opened.lastGoodObjects()).singleElement().isInstanceOfSatisfying(Deployment.class, shown -> {
            assertThat(shown.getMetadata().getName()).isEqualTo("a");
            assertThat(shown.getSpec().getReplicas()).isNull();
            assertThat(shown.getSpec().getSelector().getMatchLabels()).containsEntry("app", "a");
            assertThat(shown.getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .getFirst()
                            .getPorts())
                    .extracting(ContainerPort::getContainerPort, ContainerPort::getName)
                    .containsExactly(tuple(80, null), tuple(null, "http"));
        });
    }

    @Test
    void anObjectThatIsNoObjectOfItsKindAtAllIsNotShown() {
        Project opened = project(file("1.yaml", "apiVersion: v1\nkind: Pod\nmetadata: [a]\nspec: 5\n"));

        assertThat(opened.lastGoodObjects()).isEmpty();
    }

    @Test
    void anObjectThatTheUserDeletesFromAGoodTextIsNotRemembered() {
        Project before = project(file("1.yaml", map("a") + "---\n" + map("b")));

        assertThat(names(before.withFile(file("1.yaml", map("b"))).lastGoodObjects()))
                .containsExactly("b");
        assertThat(before.withFile(file("1.yaml", "")).lastGoodObjects()).isEmpty();
        assertThat(before.withoutFile("1.yaml").lastGoodObjects()).isEmpty();
    }

    @Test
    void problemsNameTheirFileAndTheDiagramComesLast() {
        DiagramFile diagram = DiagramFile.read("{".getBytes(UTF_8));
        Project project = Project.of(List.of(file("z.yaml", "a: [\n"), file("a.yaml", map("a"))), diagram);

        assertThat(project.problems()).extracting(FileProblem::path).containsExactly("z.yaml", "drydock.json");
        assertThat(project.find(A)).isPresent();
    }

    @Test
    void positionsOfObjectsThatAreNotThereAreKept() {
        Project project = project(file("1.yaml", map("a")))
                .withDiagram(DiagramFile.ABSENT.diagram().withPositions(Map.of(B, new Position(1, 2))));

        Project later = project.withFile(file("2.yaml", map("b")));

        assertThat(later.diagram().position(B)).hasValue(new Position(1, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../a.yaml",
                "a/../../b.yaml",
                "a//b.yaml",
                "./a.yaml",
                "a/",
                "C:/a.yaml",
                "c:a.yaml",
                "..\\a.yaml",
                "a\u0000.yaml",
                "a\n.yaml",
                ".."
            })
    void aPathThatLeadsOutOfTheFolderIsNoPathOfAProject(String path) {
        assertThat(ProjectPath.isInside(path)).isFalse();
        ManifestFile file = file(path, map("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> Project.EMPTY.withFile(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "b/a.YML", "中文/清单.json", "..a.yaml", "a b.yaml", "ab:c.yaml"})
    void anOrdinaryPathIsAPathOfAProject(String path) {
        assertThat(ProjectPath.isInside(path)).isTrue();
        assertThat(ProjectPath.isManifest(path)).isTrue();
    }

    @Test
    void theDiagramIsNoManifest() {
        assertThat(ProjectPath.isManifest("drydock.json")).isFalse();
        assertThat(ProjectPath.isManifest("sub/drydock.json")).isFalse();
        assertThat(ProjectPath.isManifest("notes.txt")).isFalse();
    }

    @Test
    void aThousandObjectsAreFoundByTheirIds() {
        List<ManifestFile> files = IntStream.range(0, 1_000)
                .mapToObj(i -> file("maps/" + i + ".yaml", map("m" + i)))
                .toList();

        Project project = Project.of(files, DiagramFile.ABSENT);

        assertThat(project.objects()).hasSize(1_000);
        assertThat(project.declarations()).hasSize(1_000);
        assertThat(project.find(new ResourceId("", "ConfigMap", "default", "m999")))
                .isPresent();
        assertThat(project.problems()).isEmpty();
    }

    private static Project project(ManifestFile... files) {
        return Project.of(List.of(files), DiagramFile.ABSENT);
    }

    private static ManifestFile file(String path, String text) {
        return ManifestFile.parse(path, text);
    }

    private static String map(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\n";
    }

    private static List<String> names(List<HasMetadata> objects) {
        return objects.stream().map(o -> o.getMetadata().getName()).toList();
    }
}
