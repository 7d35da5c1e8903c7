package drydock.model.export;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.project.ProjectPath;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Topology;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ExportTextTest {

    private static final String TEXT = """
        # the door
        apiVersion: v1
        kind: Service
        metadata: {name: web}   # short
        spec: {selector: {app: web}, ports: [{port: 80}]}
        ---
        # the Pod
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels: {app: web}
        spec: {containers: [{name: c, image: nginx}]}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        """;

    private static Project project(String text) {
        return Project.of(List.of(ManifestFile.parse("all.yaml", text)), DiagramFile.ABSENT);
    }

    private static List<ResourceId> all(Project project) {
        return List.copyOf(project.declarations().keySet());
    }

    @Test
    void oneFileHasTheProjectsOwnTextWithItsComments() {
        Project project = project(TEXT);
        assertThat(ManifestExport.oneFile(project, all(project))).isEqualTo(TEXT);
    }

    @Test
    void manyFilesLieInFoldersByNamespaceAndTheKustomizationNamesThem() {
        Project project = project(TEXT);
        SortedMap<String, String> files = ManifestExport.manyFiles(project, all(project));

        assertThat(files).containsOnlyKeys("default/service-web.yaml", "default/pod-web.yaml", "namespace-shop.yaml");
        assertThat(files.get("default/pod-web.yaml")).startsWith("# the Pod\n");
        String kustomization = ManifestExport.kustomization(files.keySet());
        ManifestFile read = ManifestFile.parse(ManifestExport.KUSTOMIZATION, kustomization);
        assertThat(read.problems()).isEmpty();
        assertThat(kustomization)
                .endsWith("- default/pod-web.yaml\n- default/service-web.yaml\n- namespace-shop.yaml\n");
    }

    @Test
    void noNameLeadsOutOfTheFolderOrOntoAnotherFile() {
        String ugly = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"%s\", namespace: \"%s\"}\n";
        Project project = project(ugly.formatted("../../etc/passwd", "..")
                + ugly.formatted("A/b", "n")
                + ugly.formatted("a b", "n")
                + ugly.formatted("C:\\\\x", "con/..")
                + ugly.formatted("配置", "生产")
                + ugly.formatted("x".repeat(300), "n"));
        SortedMap<String, String> files = ManifestExport.manyFiles(project, all(project));

        assertThat(files).hasSize(6);
        assertThat(files.keySet()).allMatch(ProjectPath::isInside).allMatch(path -> path.matches("[a-z0-9./-]+"));
    }

    @Test
    void mermaidHasANodeForEachObjectAndAnArrowForEachRelation() {
        Project project = project(TEXT);
        assertThat(GraphText.mermaid(Topology.of(project.objects()), all(project)))
                .isEqualTo("""
                    flowchart LR
                      subgraph n0_box["default"]
                        n0["Service<br/>web"]
                        n1["Pod<br/>web"]
                      end
                      n2["Namespace<br/>shop"]
                      n0 -.->|selects| n1
                    """);
    }

    @Test
    void dotHasANodeForEachObjectAndAnArrowForEachRelation() {
        Project project = project(TEXT);
        assertThat(GraphText.dot(Topology.of(project.objects()), all(project))).isEqualTo("""
            digraph project {
              rankdir=LR;
              node [shape=box, style=rounded];
              subgraph cluster_n0 {
                label="default";
                n0 [label="Service\\nweb"];
                n1 [label="Pod\\nweb"];
              }
              n2 [label="Namespace\\nshop"];
              n0 -> n1 [label="selects", style=dashed];
            }
            """);
    }

    @Test
    void uglyNamesAreNoSyntax() {
        Project project =
                project("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"a\\\"]; x --> y\\n%% \\\\ <b> 名\"}\n");
        Topology topology = Topology.of(project.objects());

        assertThat(GraphText.mermaid(topology, all(project)))
                .contains("ConfigMap<br/>a#34;#93;#59; x --#62; y #37;#37; #92; #60;b#62; 名\"]");
        assertThat(GraphText.dot(topology, all(project)))
                .contains("[label=\"ConfigMap\\na\\\"]; x --> y %% \\\\ <b> 名\"];");
    }

    @Test
    void onlyWhatIsChosenIsExported() {
        Project project = project(TEXT);
        List<ResourceId> pod = List.of(new ResourceId("", "Pod", "default", "web"));

        assertThat(ManifestExport.oneFile(project, pod)).startsWith("# the Pod").doesNotContain("Service");
        assertThat(GraphText.dot(Topology.of(project.objects()), pod)).doesNotContain("->");
        assertThat(GraphText.mermaid(Topology.of(List.of()), List.of())).isEqualTo("flowchart LR\n");
    }
}
