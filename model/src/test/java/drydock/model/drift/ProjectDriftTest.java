package drydock.model.drift;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.drift.ObjectDrift.State;
import drydock.model.edit.Edit;
import drydock.model.edit.History;
import drydock.model.manifest.ManifestFile;
import drydock.model.placing.Placing;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProjectDriftTest {

    private static final String MAP = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: NAME
          namespace: shop
        data:
          colour: green
        """;

    private static final String SET = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: shop}
        spec:
          selector: {matchLabels: {app: db}}
          template: {metadata: {labels: {app: db}}}
          volumeClaimTemplates: [{metadata: {name: data}}]
        """;

    @Test
    void eachObjectIsHereOrThereOrBoth() {
        ProjectDrift drift =
                drift(project("a", "b", "c"), objects(map("b"), map("c").replace("green", "red"), map("d")));

        assertThat(states(drift))
                .isEqualTo(Map.of("a", State.ONLY_HERE, "b", State.SAME, "c", State.DIFFERENT, "d", State.ONLY_THERE));
        assertThat(drift.different()).hasSize(3);
    }

    @Test
    void nothingIsSaidOfWhatIsNotKnown() {
        ProjectDrift drift = ProjectDrift.NONE.next(project("a"), _ -> Optional.empty(), _ -> false, List.of());

        assertThat(drift.objects()).isEmpty();
    }

    @Test
    void whatOthersMakeOrStandsInOtherNamespacesIsNotOnlyThere() {
        String owned = map("owned")
                .replace(
                        "  name: owned",
                        "  name: owned\n  ownerReferences: [{apiVersion: v1, kind: Pod, name: a, uid: x}]");
        String claim = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: CLAIM, namespace: shop}
            """;

        ProjectDrift drift = drift(
                project("a"),
                objects(
                        map("a"),
                        owned,
                        map("kube-root-ca.crt"),
                        map("else").replace("shop", "other"),
                        SET,
                        claim.replace("CLAIM", "data-db-0"),
                        claim.replace("CLAIM", "data-dbs-0")));

        assertThat(states(drift))
                .isEqualTo(Map.of("a", State.SAME, "db", State.ONLY_THERE, "data-dbs-0", State.ONLY_THERE));
    }

    @Test
    void whatWasNotReplacedIsNotComparedAgain() {
        List<HasMetadata> live = objects(map("a"), map("b"));
        Project project = project("a", "b");
        ProjectDrift before = drift(project, live);
        Project edited = project.withFile(ManifestFile.parse("b.yaml", map("b").replace("green", "red")));

        ProjectDrift after = next(before, edited, live);

        assertThat(of(after, "a")).isSameAs(of(before, "a"));
        assertThat(of(after, "b").state()).isEqualTo(State.DIFFERENT);
    }

    @Test
    void whatIsImportedTakesThePlaceOfWhatIsWrittenAndIsTheSame() {
        List<HasMetadata> live = objects(map("a").replace("green", "red"), map("b"));
        Project project = project("a");

        List<Edit> edits = Import.edits(project, Placing.FILE_EACH, live);
        Project imported = History.of(project)
                .apply(new Edit.Composite(edits), 0)
                .toOptional()
                .orElseThrow()
                .project();

        assertThat(imported.files().keySet()).containsExactly("a.yaml", "b.yaml");
        assertThat(imported.file("a.yaml").orElseThrow().text()).isEqualTo(map("a").replace("green", "red"));
        assertThat(drift(imported, live).different()).isEmpty();
    }

    @Test
    void whatIsTakenFromTheClusterKeepsTheCommentsOfTheManifest() {
        String written = """
            # the shop's web
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 1 # raised before the holidays
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  # what is served
                  - name: web
                    image: nginx:1 # pinned
                    env:
                    - {name: COLOUR, value: red}
                    # only for now
                    - {name: DEBUG, value: "1"}
                  # tells what goes on
                  - name: agent
                    image: agent:1
            """;
        String there = written.replace("replicas: 1", "replicas: 3")
                        .replace("nginx:1", "nginx:2")
                        .replace("        # only for now\n        - {name: DEBUG, value: \"1\"}\n", "")
                + """
                      - name: proxy
                        image: proxy:1
                """.indent(0);
        Project project = Project.of(List.of(ManifestFile.parse("web.yaml", written)), DiagramFile.ABSENT);
        List<HasMetadata> live = objects(there);

        Project taken = History.of(project)
                .apply(new Edit.Composite(Import.edits(project, Placing.FILE_EACH, live)), 0)
                .toOptional()
                .orElseThrow()
                .project();

        assertThat(taken.file("web.yaml").orElseThrow().text())
                .contains(
                        "# the shop's web",
                        "replicas: 3 # raised before the holidays",
                        "# what is served",
                        "image: nginx:2 # pinned",
                        "# tells what goes on",
                        "name: proxy")
                .doesNotContain("DEBUG");
        assertThat(drift(taken, live).different()).isEmpty();
    }

    private static ObjectDrift of(ProjectDrift drift, String name) {
        return drift.objects().get(new ResourceId("", "ConfigMap", "shop", name));
    }

    private static Map<String, State> states(ProjectDrift drift) {
        return drift.objects().values().stream()
                .collect(Collectors.toMap(each -> each.id().name(), ObjectDrift::state));
    }

    private static ProjectDrift drift(Project project, List<HasMetadata> live) {
        return next(ProjectDrift.NONE, project, live);
    }

    private static ProjectDrift next(ProjectDrift before, Project project, List<HasMetadata> live) {
        Map<ResourceId, HasMetadata> byId =
                live.stream().collect(Collectors.toMap(ResourceId::of, Function.identity()));
        return before.next(project, id -> Optional.ofNullable(byId.get(id)), _ -> true, live);
    }

    private static String map(String name) {
        return MAP.replace("NAME", name);
    }

    private static Project project(String... names) {
        List<ManifestFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(ManifestFile.parse(name + ".yaml", map(name)));
        }
        return Project.of(files, DiagramFile.ABSENT);
    }

    private static List<HasMetadata> objects(String... texts) {
        List<HasMetadata> objects = new ArrayList<>();
        for (String text : texts) {
            objects.add(ManifestFile.parse("x.yaml", text)
                    .documents()
                    .getFirst()
                    .object()
                    .orElseThrow());
        }
        return objects;
    }
}
