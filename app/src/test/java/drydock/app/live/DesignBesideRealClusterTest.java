package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.apply.Forecast;
import drydock.app.apply.Plan;
import drydock.app.apply.Target;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.ManifestAccess;
import drydock.model.cluster.ManifestAccess.Way;
import drydock.model.diagram.DiagramFile;
import drydock.model.difference.TextDifference.Change;
import drydock.model.drift.FieldDrift;
import drydock.model.drift.Import;
import drydock.model.drift.ObjectDrift.State;
import drydock.model.drift.ProjectDrift;
import drydock.model.manifest.ManifestFile;
import drydock.model.placing.Placing;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A project beside a real control plane: applied, compared, contested, and taken back into a project.
@Tag(RealCluster.TAG)
class DesignBesideRealClusterTest {

    private static final String WEB = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: NAMESPACE, labels: {app: web}}
        spec:
          replicas: 0
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - {name: web, image: "nginx:1.29", resources: {limits: {cpu: 500m}}, ports: [{containerPort: 80}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: NAMESPACE}
        spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}
        """;

    private String namespace;
    private LiveCluster cluster;
    private ManifestAccess access;

    @BeforeEach
    void connect() throws Exception {
        cluster = RealCluster.connect("admin");
        access = cluster.manifests().orElseThrow();
        // one for each run: that of the run before is still being taken away
        namespace = "drydock-beside-" + Long.toString(System.nanoTime(), 36);
    }

    @AfterEach
    void takeAway() {
        if (cluster != null) {
            ResourceId id = ResourceId.of(Kinds.NAMESPACE, "", namespace);
            if (cluster.get(id).isPresent()) {
                cluster.delete(id, Deletion.DEFAULT);
            }
            cluster.close();
        }
    }

    @Test
    void theOnlineShopIsTheSameOnceItIsApplied() {
        Project shop = inNamespace(
                ((OpenResult.Opened) ProjectFolder.open(Path.of("..", "sample-projects", "online-shop"))).project());

        List<Plan.Result> results = new ArrayList<>();
        Plan plan = plan(shop);
        plan.carryOut(access, Set.of(), results::add);
        Map<ResourceId, String> refused = new LinkedHashMap<>();
        plan.steps().forEach(step -> {
            if (step.forecast() instanceof Forecast.Refused(var why)) {
                refused.put(step.target().id(), why.getMessage());
            }
        });
        results.forEach(result -> result.refusal().ifPresent(why -> refused.put(result.id(), why.getMessage())));

        // what a server of v1.20 does not have in the version that the shop writes
        assertThat(refused.keySet())
                .allMatch(id -> Set.of("HorizontalPodAutoscaler", "PodDisruptionBudget", "CronJob")
                        .contains(id.kind()));
        ProjectDrift drift = drift(shop);
        assertThat(drift.objects().values().stream()
                        .filter(each -> each.state() == State.DIFFERENT)
                        .flatMap(each -> each.fields().stream().map(field -> each.id() + " " + field)))
                .isEmpty();
        assertThat(drift.count(State.ONLY_HERE)).isEqualTo(refused.size());
        assertThat(drift.count(State.ONLY_THERE)).isZero();
        assertThat(drift.count(State.SAME)).isEqualTo(shop.declarations().size() - refused.size());
    }

    @Test
    void aFieldThatAnotherManagerSaidIsContestedAndCanBeTakenOver() {
        Project project = web();
        applyAll(project);
        ResourceId web = new ResourceId("apps", "Deployment", namespace, "web");
        Target theirs = Target.of(project("web.yaml", text().replace("nginx:1.29", "nginx:1.28")), List.of(web))
                .getFirst();
        access.apply(web, theirs.manifest(), new Way("somebody-else", true, false));

        Plan plan = plan(project);

        assertThat(forecast(plan, web)).isInstanceOfSatisfying(Forecast.Contested.class, contested -> {
            assertThat(contested.conflicts()).singleElement().satisfies(conflict -> {
                assertThat(conflict.manager()).isEqualTo("somebody-else");
                assertThat(conflict.field()).endsWith(".image");
            });
            assertThat(contested.difference().lines())
                    .anyMatch(
                            line -> line.change() == Change.ADDED && line.text().contains("nginx:1.29"));
        });
        plan.carryOut(access, Set.of(), _ -> {});
        assertThat(drift(project).objects().get(web).state()).isEqualTo(State.DIFFERENT);
        plan.carryOut(
                access, Set.of(web), result -> assertThat(result.refusal()).isEmpty());
        assertThat(drift(project).objects().get(web).state()).isEqualTo(State.SAME);
    }

    @Test
    void whatTheServerSaysItWouldChangeIsWhatTheComparisonFinds() {
        Project project = web();
        applyAll(project);
        assertThat(plan(project).steps()).allMatch(step -> step.forecast() instanceof Forecast.Unchanged);
        Project edited =
                project("web.yaml", text().replace("nginx:1.29", "nginx:1.30").replace("cpu: 500m", "cpu: \"0.5\""));

        assertThat(drift(edited).different())
                .singleElement()
                .satisfies(each -> assertThat(each.fields())
                        .extracting(FieldDrift::field)
                        .containsExactly("spec.template.spec.containers[name=web].image"));
        assertThat(plan(edited).steps().stream().filter(step -> step.forecast() instanceof Forecast.Changed))
                .singleElement()
                .satisfies(step -> assertThat(((Forecast.Changed) step.forecast())
                                .difference().lines().stream()
                                        .filter(line -> line.change() != Change.SAME && line.change() != Change.GAP))
                        .hasSize(2));
    }

    @Test
    void aFieldThatNobodyMayChangeIsFoundBeforeItIsApplied() {
        Project project = web();
        applyAll(project);
        Project edited = project(
                "web.yaml",
                text().replace("matchLabels: {app: web}", "matchLabels: {app: other}")
                        .replace("metadata: {labels: {app: web}}", "metadata: {labels: {app: other}}"));

        assertThat(drift(edited).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("immutable-field");
            assertThat(finding.field()).isEqualTo("spec.selector");
        });
        assertThat(plan(edited).steps())
                .anyMatch(step -> step.forecast() instanceof Forecast.Refused(var why)
                        && why.getMessage().contains("immutable"));
    }

    @Test
    void whatIsImportedIsTheSameAsWhatIsThere() {
        applyAll(web());
        List<HasMetadata> there = List.of(
                cluster.get(new ResourceId("apps", "Deployment", namespace, "web"))
                        .orElseThrow(),
                cluster.get(new ResourceId("", "Service", namespace, "web")).orElseThrow());

        List<ManifestFile> files = new ArrayList<>();
        Import.edits(Project.EMPTY, Placing.FILE_EACH, there).forEach(edit -> {
            var added = (drydock.model.edit.Edit.AddFile) edit;
            files.add(ManifestFile.parse(added.path(), added.text()));
        });
        Project imported = Project.of(files, DiagramFile.ABSENT);

        assertThat(imported.file("web-service.yaml").orElseThrow().text())
                .isEqualTo("""
                    apiVersion: v1
                    kind: Service
                    metadata:
                      name: web
                      namespace: NAMESPACE
                    spec:
                      type: NodePort
                      selector:
                        app: web
                      ports:
                      - port: 80
                    """.replace("NAMESPACE", namespace));
        assertThat(drift(imported).different()).isEmpty();
    }

    @Test
    void theViewerIsToldInTheServersWordsThatItMayNotApply() throws Exception {
        applyAll(web());
        try (LiveCluster viewed = RealCluster.connect("viewer")) {
            Plan plan = Plan.of(
                    viewed.manifests().orElseThrow(),
                    web().schema(),
                    Target.of(web(), web().declarations().keySet()));

            assertThat(plan.steps())
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(step.forecast())
                            .isInstanceOfSatisfying(
                                    Forecast.Refused.class,
                                    refused ->
                                            assertThat(refused.refusal().code()).isEqualTo(403)));
        }
    }

    private static Forecast forecast(Plan plan, ResourceId id) {
        return plan.steps().stream()
                .filter(step -> step.target().id().equals(id))
                .findFirst()
                .orElseThrow()
                .forecast();
    }

    private Plan plan(Project project) {
        return Plan.of(
                access,
                project.schema(),
                Target.of(project, project.declarations().keySet()));
    }

    private void applyAll(Project project) {
        plan(project)
                .carryOut(
                        access, Set.of(), result -> assertThat(result.refusal()).isEmpty());
    }

    private ProjectDrift drift(Project project) {
        return ProjectDrift.NONE.next(
                project, id -> Kinds.find(id.group(), id.kind()).flatMap(_ -> found(id)), _ -> true, List.of());
    }

    private Optional<HasMetadata> found(ResourceId id) {
        return cluster.get(id);
    }

    private Project web() {
        return project("web.yaml", text());
    }

    private String text() {
        return WEB.replace("NAMESPACE", namespace);
    }

    private Project project(String path, String text) {
        return Project.of(
                List.of(
                        ManifestFile.parse("namespace.yaml", """
                            apiVersion: v1
                            kind: Namespace
                            metadata: {name: NAMESPACE}
                            """.replace("NAMESPACE", namespace)),
                        ManifestFile.parse(path, text)),
                DiagramFile.ABSENT);
    }

    private Project inNamespace(Project project) {
        List<ManifestFile> files = new ArrayList<>();
        project.files()
                .forEach((path, file) -> files.add(ManifestFile.parse(
                        path, file.text().replaceAll("(?m)^metadata:$", "metadata:\n  namespace: " + namespace))));
        files.add(project("none.yaml", "").file("namespace.yaml").orElseThrow());
        return Project.of(files, DiagramFile.ABSENT);
    }
}
