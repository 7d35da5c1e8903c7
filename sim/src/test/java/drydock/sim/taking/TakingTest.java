package drydock.sim.taking;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.fault.FaultCommand;
import drydock.sim.run.Commands;
import drydock.sim.run.RecordedRun;
import drydock.sim.run.RecordingReader;
import drydock.sim.run.RecordingWriter;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TakingTest {

    private static final String SHOP = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 4
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                image: registry.example/shop/web:3
                command: [/app/server, --port, "8080"]
                ports: [{containerPort: 8080}]
                readinessProbe: {exec: {command: [/app/healthy]}}
                livenessProbe: {httpGet: {path: /live, port: 9999}, periodSeconds: 5}
              - name: helper
                image: busybox
                command: [sh, -c, "no-such-program --forever"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          type: NodePort
          ports: [{port: 80, targetPort: 8080}]
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          serviceName: db
          replicas: 2
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec:
              containers:
              - name: db
                image: postgres:16
                env: [{name: POSTGRES_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}]
          volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: db}
        stringData: {password: hunter2}
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector: {matchLabels: {app: agent}}
          template:
            metadata: {labels: {app: agent}}
            spec: {containers: [{name: agent, image: registry.example/agent:1}]}
        """;

    private static final Commands NONE = (_, _, _) -> (_, _, _, done) -> done.accept(0);

    /// What another cluster holds that has run for a minute. What a simulation would not have done is made of it: the
    /// Pods of `web` run and are ready, the revisions have names of another hash, and the Services other addresses.
    private static List<HasMetadata> cluster(int restarts) {
        try (Simulation simulation = Simulation.start(SimulationOptions.DEFAULT.withSeed(7))) {
            ManifestFile.parse("shop.yaml", SHOP).documents().stream()
                    .flatMap(document -> document.declared().stream())
                    .map(DeclaredObject::object)
                    .flatMap(Optional::stream)
                    .forEach(simulation.cluster()::create);
            simulation.advance(Duration.ofMinutes(1), Integer.MAX_VALUE);
            return simulation
                    .cluster()
                    .at(simulation.now())
                    .all()
                    .map(object -> foreign(object, restarts))
                    .toList();
        }
    }

    private static HasMetadata foreign(HasMetadata object, int restarts) {
        return switch (object) {
            case Pod pod -> running(pod, restarts);
            case Service service ->
                new ServiceBuilder(service)
                        .editSpec()
                        .withClusterIP("172.20.7.9")
                        .withClusterIPs("172.20.7.9")
                        .endSpec()
                        .build();
            case StatefulSet set ->
                new StatefulSetBuilder(set)
                        .editStatus()
                        .withCurrentRevision("db-foreign")
                        .withUpdateRevision("db-foreign")
                        .endStatus()
                        .build();
            default -> object;
        };
    }

    private static Pod running(Pod pod, int restarts) {
        PodBuilder builder = new PodBuilder(pod);
        if (pod.getMetadata().getLabels().get("controller-revision-hash") != null) {
            boolean daemon = "agent".equals(pod.getMetadata().getLabels().get("app"));
            builder.editMetadata()
                    .addToLabels("controller-revision-hash", daemon ? "foreign" : "db-foreign")
                    .endMetadata();
        }
        builder.editStatus()
                .withPhase("Running")
                .withContainerStatuses(pod.getStatus().getContainerStatuses().stream()
                        .map(status -> status.edit()
                                .withContainerID("docker://" + status.getName())
                                .withReady(true)
                                .withStarted(true)
                                .withRestartCount(restarts)
                                .withNewState()
                                .withNewRunning("2026-01-01T00:00:07Z")
                                .endState()
                                .withNewLastState()
                                .endLastState()
                                .build())
                        .toList())
                .endStatus();
        pod.getStatus().getConditions().stream()
                .filter(condition -> !"True".equals(condition.getStatus()))
                .forEach(condition -> builder.editStatus()
                        .removeFromConditions(condition)
                        .addToConditions(condition.edit().withStatus("True").build())
                        .endStatus());
        return builder.build();
    }

    private static Stream<HasMetadata> without(List<HasMetadata> objects, Class<?> type) {
        return objects.stream().filter(object -> !type.isInstance(object));
    }

    private static Taken taken(int restarts) {
        return Taking.of(
                without(cluster(restarts), ControllerRevision.class).toList(), Instant.parse("2026-01-01T00:01:00Z"));
    }

    private static List<Pod> pods(Simulation simulation) {
        return simulation.cluster().list(Query.all(Kinds.POD)).stream()
                .map(Pod.class::cast)
                .toList();
    }

    private static Map<String, String> told(List<Pod> pods) {
        return pods.stream()
                .collect(Collectors.toMap(
                        pod -> pod.getMetadata().getName(),
                        pod -> pod.getMetadata().getUid() + " " + pod.getSpec().getNodeName() + " "
                                + pod.getStatus().getPhase() + " "
                                + pod.getStatus().getPodIP() + " "
                                + pod.getStatus().getConditions().stream()
                                        .filter(c -> c.getType().equals("Ready"))
                                        .map(c -> c.getStatus())
                                        .findFirst()
                                        .orElse("")
                                + " "
                                + pod.getStatus().getContainerStatuses().stream()
                                        .map(s -> s.getName() + " " + s.getContainerID() + " " + s.getRestartCount())
                                        .sorted()
                                        .toList(),
                        (one, _) -> one,
                        TreeMap::new));
    }

    @Test
    void whatRanRunsOnAndNobodyMakesOrRemovesPods() {
        Taken taken = taken(3);
        try (Simulation simulation = Simulation.start(taken.options())) {
            Map<String, String> before = told(pods(simulation));
            int known = simulation.cluster().log().size();

            simulation.advance(Duration.ofMinutes(10), Integer.MAX_VALUE);

            assertThat(before).hasSize(9);
            assertThat(told(pods(simulation))).isEqualTo(before);
            assertThat(simulation.cluster().log().stream()
                            .skip(known)
                            .filter(change -> change.object().kind().equals("Pod"))
                            .filter(change -> change.before() == null || change.after() == null))
                    .isEmpty();
        }
    }

    @Test
    void servicesReachThePodsAsBefore() {
        try (Simulation simulation = Simulation.start(taken(0).options())) {
            simulation.advance(Duration.ofSeconds(60), Integer.MAX_VALUE);

            List<String> addresses = simulation.cluster().list(Query.all(Kinds.ENDPOINT_SLICE)).stream()
                    .map(EndpointSlice.class::cast)
                    .filter(slice -> slice.getMetadata().getName().startsWith("web"))
                    .flatMap(slice -> slice.getEndpoints().stream())
                    .flatMap(endpoint -> endpoint.getAddresses().stream())
                    .sorted()
                    .toList();
            assertThat(addresses)
                    .isEqualTo(pods(simulation).stream()
                            .filter(pod -> pod.getMetadata().getName().startsWith("web"))
                            .map(pod -> pod.getStatus().getPodIP())
                            .sorted()
                            .toList())
                    .hasSize(4);
            assertThat(simulation
                            .cluster()
                            .get(ResourceId.of(Kinds.SERVICE, "default", "web"))
                            .map(service -> ((Service) service).getSpec().getClusterIP()))
                    .contains("172.20.7.9");
        }
    }

    @Test
    void whenANodeIsLostItsPodsMoveAfterTheTimeTheyTolerateIt() {
        try (Simulation simulation = Simulation.start(taken(0).options())) {
            simulation.advance(Duration.ofSeconds(60), Integer.MAX_VALUE);
            String lost = pods(simulation).stream()
                    .filter(pod -> pod.getMetadata().getName().startsWith("web"))
                    .findFirst()
                    .orElseThrow()
                    .getSpec()
                    .getNodeName();
            List<String> there = web(simulation, lost);

            simulation.fault(FaultCommand.parse(List.of("node-lost", lost)).orElseThrow());
            simulation.advance(Duration.ofMinutes(5), Integer.MAX_VALUE);
            List<String> soon = web(simulation, lost);
            simulation.advance(Duration.ofMinutes(2), Integer.MAX_VALUE);

            assertThat(there).isNotEmpty();
            assertThat(soon).isEqualTo(there);
            assertThat(pods(simulation).stream()
                            .filter(pod -> pod.getMetadata().getName().startsWith("web"))
                            .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                            .filter(pod -> !lost.equals(pod.getSpec().getNodeName())))
                    .hasSize(4);
        }
    }

    private static List<String> web(Simulation simulation, String node) {
        return pods(simulation).stream()
                .filter(pod -> pod.getMetadata().getName().startsWith("web"))
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> node.equals(pod.getSpec().getNodeName()))
                .map(pod -> pod.getMetadata().getName())
                .toList();
    }

    @Test
    void valuesOfSecretsStayWhereTheyAre() throws Exception {
        Taken taken = taken(0);

        String saved =
                RecordingWriter.write(RecordedRun.start(taken.options(), NONE).recording(0));

        assertThat(saved).doesNotContain("aHVudGVyMg").doesNotContain("hunter2");
        assertThat(taken.remarks())
                .anySatisfy(remark -> assertThat(remark.matter()).isEqualTo(Remark.Matter.SECRET_VALUES));
        Secret secret = taken.options().found().stream()
                .filter(Secret.class::isInstance)
                .map(Secret.class::cast)
                .filter(each -> each.getMetadata().getName().equals("db"))
                .findFirst()
                .orElseThrow();
        assertThat(secret.getData()).containsOnlyKeys("password");
        assertThat(RecordingReader.read(saved).options().found())
                .hasSameSizeAs(taken.options().found());
    }

    @Test
    void aRunOfWhatWasTakenIsRunAgainChangeByChange() throws Exception {
        RecordedRun run = RecordedRun.start(taken(0).options(), NONE);
        run.simulation().advance(Duration.ofSeconds(20), Integer.MAX_VALUE);

        RecordedRun again =
                RecordedRun.replay(RecordingReader.read(RecordingWriter.write(run.recording(0))), NONE, () -> false);

        assertThat(again.simulation().cluster().log().stream().map(Change::object))
                .containsExactlyElementsOf(run.simulation().cluster().log().stream()
                        .map(Change::object)
                        .toList());
    }

    @Test
    void whatOthersNameAndNobodyCouldReadIsMadeUp() {
        List<HasMetadata> read = cluster(0).stream()
                .filter(object -> object instanceof Pod || object instanceof Node || object instanceof StatefulSet)
                .toList();

        Taken taken = Taking.of(read, Instant.parse("2026-01-01T00:01:00Z"));

        assertThat(taken.options().found().stream().map(ResourceId::of))
                .contains(ResourceId.of(Kinds.SECRET, "default", "db"), ResourceId.of(Kinds.NAMESPACE, "", "default"));
        assertThat(taken.remarks())
                .filteredOn(remark -> remark.matter() == Remark.Matter.MADE_UP)
                .singleElement()
                .satisfies(remark -> assertThat(remark.names()).contains("Secret default/db"));
    }

    @Test
    void aNodeThatWasNotReadyIsToBeLost() {
        List<HasMetadata> objects = cluster(0).stream()
                .map(object -> object instanceof Node node
                                && node.getMetadata().getName().equals("node-2")
                        ? unready(node)
                        : object)
                .toList();

        Taken taken = Taking.of(objects, Instant.parse("2026-01-01T00:01:00Z"));

        assertThat(taken.lostNodes()).containsExactly("node-2");
        assertThat(taken.options().nodes())
                .allSatisfy(node -> assertThat(node.getMetadata().getUid()).isNotNull());
    }

    private static HasMetadata unready(Node node) {
        return new NodeBuilder(node)
                .editStatus()
                .editMatchingCondition(condition -> Objects.equals(condition.getType(), "Ready"))
                .withStatus("Unknown")
                .endCondition()
                .endStatus()
                .build();
    }
}
