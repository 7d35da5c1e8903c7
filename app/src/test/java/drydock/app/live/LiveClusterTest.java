package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.testing.ForwardProxy;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag(RealCluster.TAG)
class LiveClusterTest {

    /// How often the API server is killed; `-Ddrydock.crashes=10` for more.
    private static final int CRASHES = Integer.getInteger("drydock.crashes", 3);

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ResourceId RC = ResourceId.of(Kinds.REPLICATION_CONTROLLER, "default", "live-test");

    private final List<ClusterEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void takeAway() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            if (cluster.get(RC).isPresent()) {
                cluster.delete(RC, Deletion.DEFAULT.withGraceSeconds(0));
            }
            RealCluster.await("the Pods are gone", SOON, () -> pods(cluster).isEmpty());
        }
    }

    @Test
    void tellsWhatTheServerIsAndWhichKindsItServes() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            assertThat(cluster.info().name()).isEqualTo("admin");
            assertThat(cluster.info().version()).startsWith("v1.");
            assertThat(cluster.info().server()).startsWith("https://");
            assertThat(cluster.kinds())
                    .contains(Kinds.POD, Kinds.REPLICATION_CONTROLLER, Kinds.DEPLOYMENT)
                    .as("what an old server serves in an older version")
                    .contains(Kinds.ENDPOINT_SLICE, Kinds.CRON_JOB);
        }
    }

    @Test
    void aWatchTellsWhatIsThereThenThatItIsAllThenEachChange() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            cluster.create(controller(2));
            RealCluster.await("two Pods run", SOON, () -> running(cluster) == 2);

            try (Subscription _ =
                    cluster.watch(Query.in(Kinds.POD, "default").withLabels("app=live-test"), events::add)) {
                RealCluster.await("synced", SOON, () -> events.contains(new ClusterEvent.Synced(Kinds.POD)));
                assertThat(events.subList(0, events.indexOf(new ClusterEvent.Synced(Kinds.POD))))
                        .hasSize(2)
                        .allMatch(ClusterEvent.Added.class::isInstance);

                cluster.scale(RC, 3);
                RealCluster.await(
                        "a third Pod is told",
                        SOON,
                        () -> events.stream()
                                        .filter(ClusterEvent.Added.class::isInstance)
                                        .count()
                                == 3);

                cluster.scale(RC, 0);
                RealCluster.await(
                        "all are told to be gone",
                        Duration.ofSeconds(60),
                        () -> events.stream()
                                        .filter(ClusterEvent.Deleted.class::isInstance)
                                        .count()
                                == 3);
            }
        }
    }

    @Test
    void aSilentServerIsToldAndSoIsItsReturnWithWhatChangedMeanwhile() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin");
                Subscription _ = cluster.watch(Query.in(Kinds.REPLICATION_CONTROLLER, "default"), events::add)) {
            RealCluster.await(
                    "synced", SOON, () -> events.contains(new ClusterEvent.Synced(Kinds.REPLICATION_CONTROLLER)));

            RealCluster.signalApiServer("STOP");
            try {
                RealCluster.await(
                        "the silence is told",
                        Duration.ofSeconds(40),
                        () -> events.stream().anyMatch(ClusterEvent.Interrupted.class::isInstance));
            } finally {
                RealCluster.signalApiServer("CONT");
            }
            RealCluster.await(
                    "the return is told",
                    Duration.ofSeconds(40),
                    () -> events.contains(new ClusterEvent.Resumed(Kinds.REPLICATION_CONTROLLER)));
            cluster.create(controller(0));

            RealCluster.await(
                    "what is made afterwards is told",
                    SOON,
                    () -> events.stream().anyMatch(ClusterEvent.Added.class::isInstance));
        }
    }

    @Test
    void theViewerIsShownWhatItMaySeeAndToldOnceWhatNot() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("viewer");
                Subscription _ = cluster.watch(Query.in(Kinds.POD, "default"), events::add);
                Subscription _ = cluster.watch(Query.all(Kinds.NODE), events::add)) {
            RealCluster.await(
                    "both are answered",
                    SOON,
                    () -> events.contains(new ClusterEvent.Synced(Kinds.POD))
                            && events.stream().anyMatch(ClusterEvent.Refused.class::isInstance));

            assertThat(events.stream().filter(ClusterEvent.Refused.class::isInstance))
                    .singleElement()
                    .satisfies(refused -> {
                        assertThat(((ClusterEvent.Refused) refused).kind()).isEqualTo(Kinds.NODE);
                        assertThat(((ClusterEvent.Refused) refused).code()).isEqualTo(403);
                    });
        }
    }

    @Test
    void refusalsCarryTheServersWords() throws Exception {
        try (LiveCluster viewer = RealCluster.connect("viewer");
                LiveCluster admin = RealCluster.connect("admin")) {
            assertThatThrownBy(() -> viewer.create(controller(1)))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("replicationcontrollers is forbidden")
                    .satisfies(e -> assertThat(((ClusterException) e).code()).isEqualTo(403));
            assertThatThrownBy(() -> admin.scale(RC, 1))
                    .isInstanceOf(ClusterException.class)
                    .satisfies(e -> assertThat(((ClusterException) e).code()).isEqualTo(404));
            assertThat(admin.get(RC)).isEmpty();
        }
    }

    @Test
    void patchesChangeOnlyWhatTheyName() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            cluster.create(controller(0));

            cluster.patch(RC, new Patch(Patch.Type.MERGE, "{\"metadata\":{\"labels\":{\"made\":\"by-hand\"}}}"));

            ReplicationController now = (ReplicationController) cluster.get(RC).orElseThrow();
            assertThat(now.getMetadata().getLabels()).containsEntry("made", "by-hand");
            assertThat(now.getSpec().getReplicas()).isZero();
        }
    }

    @Test
    void anApiServerThatIsKilledAgainAndAgainIsFollowedWithoutALoss() throws Exception {
        RealCluster.kubeconfig();
        try (LiveCluster cluster = RealCluster.connect("admin");
                Subscription _ = cluster.watch(Query.in(Kinds.REPLICATION_CONTROLLER, "default"), events::add)) {
            RealCluster.await(
                    "synced", SOON, () -> events.contains(new ClusterEvent.Synced(Kinds.REPLICATION_CONTROLLER)));
            cluster.create(controller(0));

            for (int i = 1; i <= CRASHES; i++) {
                int outage = i;
                RealCluster.crashApiServer(() -> await("the outage is told", this::isLost));
                await("the return is told", () -> resumptions() == outage);
                cluster.patch(RC, new Patch(Patch.Type.MERGE, "{\"metadata\":{\"labels\":{\"n\":\"" + i + "\"}}}"));
                await("what happens afterwards is told", () -> lastLabel().equals(String.valueOf(outage)));
            }

            assertThat(resumptions()).isEqualTo(CRASHES);
            cluster.scale(RC, 1);
            RealCluster.await(
                    "controllers, scheduler and nodes are back, too",
                    Duration.ofMinutes(3),
                    () -> running(cluster) == 1);
        }
    }

    @Test
    void aClusterBehindAProxyIsReachedWatchedAndChangedThroughIt(@TempDir Path folder) throws Exception {
        String direct = Files.readString(RealCluster.kubeconfigFile());
        try (ForwardProxy proxy = new ForwardProxy()) {
            Path file = folder.resolve("config");
            Files.writeString(file, direct.replace("server:", "proxy-url: \"" + proxy.address() + "\", server:"));
            try (LiveCluster cluster = LiveCluster.connect(Kubeconfig.read(file), "admin", Optional.empty());
                    Subscription _ = cluster.watch(Query.in(Kinds.REPLICATION_CONTROLLER, "default"), events::add)) {
                await("synced", () -> events.contains(new ClusterEvent.Synced(Kinds.REPLICATION_CONTROLLER)));
                cluster.create(controller(0));

                await("the change is told", () -> events.stream().anyMatch(ClusterEvent.Added.class::isInstance));
            }

            assertThat(proxy.asked()).isNotEmpty().allMatch(asked -> asked.startsWith("CONNECT 127.0.0.1:"));
        }
    }

    @Test
    void ofSecretsOnlyMetadataIsWatchedUnlessTheUserAsks() throws Exception {
        RealCluster.kubeconfig();
        ResourceId id = ResourceId.of(Kinds.SECRET, "default", "live-test");
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            cluster.create(new SecretBuilder()
                    .withNewMetadata()
                    .withName("live-test")
                    .withNamespace("default")
                    .addToLabels("app", "live-test")
                    .endMetadata()
                    .addToStringData("password", "s3cret")
                    .build());
            try (Subscription _ =
                    cluster.watchMetadata(Query.in(Kinds.SECRET, "default").withLabels("app=live-test"), events::add)) {
                await("it is told", () -> !events.isEmpty());
                cluster.patch(id, new Patch(Patch.Type.MERGE, "{\"metadata\":{\"labels\":{\"n\":\"1\"}}}"));
                await("its change is told", () -> events.size() == 3);

                assertThat(events.stream().flatMap(LiveClusterTest::object).map(Secret.class::cast))
                        .hasSize(2)
                        .allMatch(secret ->
                                secret.getData() == null || secret.getData().isEmpty());
            } finally {
                cluster.delete(id, Deletion.DEFAULT);
            }
        }
    }

    @Test
    void whoWatchesTheSameSharesOneConnectionAndLeavesItToTheOther() throws Exception {
        RealCluster.kubeconfig();
        List<ClusterEvent> others = new CopyOnWriteArrayList<>();
        Query query = Query.in(Kinds.REPLICATION_CONTROLLER, "default");
        try (LiveCluster cluster = RealCluster.connect("admin");
                Subscription _ = cluster.watch(query, events::add)) {
            try (Subscription _ = cluster.watch(query, others::add)) {
                await("both are synced", () -> !events.isEmpty() && !others.isEmpty());
            }
            cluster.create(controller(0));
            await("who stayed is told", () -> events.stream().anyMatch(ClusterEvent.Added.class::isInstance));

            assertThat(others).hasSize(1);
        }
    }

    @Test
    void aRolloutIsToldStepByStep() throws Exception {
        RealCluster.kubeconfig();
        ResourceId id = ResourceId.of(Kinds.DEPLOYMENT, "default", "live-test");
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            cluster.create(deployment("nginx:1"));
            try (Subscription _ =
                    cluster.watch(Query.in(Kinds.REPLICA_SET, "default").withLabels("app=live-test"), events::add)) {
                await("the first ReplicaSet is told", () -> replicaSets().size() == 1);

                cluster.patch(
                        id,
                        new Patch(
                                Patch.Type.STRATEGIC,
                                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"nginx:2\"}]}}}}"));

                await(
                        "the second takes over",
                        () -> replicaSets().size() == 2
                                && replicaSets().values().stream()
                                        .map(set -> set.getSpec().getReplicas())
                                        .sorted()
                                        .toList()
                                        .equals(List.of(0, 1)));
            } finally {
                cluster.delete(id, Deletion.DEFAULT.withGraceSeconds(0));
            }
        }
    }

    private Map<String, ReplicaSet> replicaSets() {
        Map<String, ReplicaSet> sets = new HashMap<>();
        events.stream()
                .flatMap(LiveClusterTest::object)
                .map(ReplicaSet.class::cast)
                .forEach(set -> sets.put(set.getMetadata().getName(), set));
        return sets;
    }

    private static Stream<HasMetadata> object(ClusterEvent event) {
        return switch (event) {
            case ClusterEvent.Added(var object) -> Stream.of(object);
            case ClusterEvent.Modified(var object) -> Stream.of(object);
            default -> Stream.empty();
        };
    }

    /// Whether the last that was told of the connection is that there is none. Why may be told several times.
    private boolean isLost() {
        return List.copyOf(events).reversed().stream()
                .filter(event -> event instanceof ClusterEvent.Interrupted || event instanceof ClusterEvent.Resumed)
                .findFirst()
                .filter(ClusterEvent.Interrupted.class::isInstance)
                .isPresent();
    }

    private long resumptions() {
        return events.stream().filter(ClusterEvent.Resumed.class::isInstance).count();
    }

    private String lastLabel() {
        return events.stream()
                .flatMap(LiveClusterTest::object)
                .reduce((_, last) -> last)
                .map(object -> object.getMetadata().getLabels())
                .map(labels -> labels.getOrDefault("n", ""))
                .orElse("");
    }

    private static void await(String what, BooleanSupplier condition) {
        try {
            RealCluster.await(what, Duration.ofSeconds(90), condition);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static Deployment deployment(String image) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("live-test")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .addToMatchLabels("app", "live-test")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "live-test")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static List<?> pods(LiveCluster cluster) {
        return cluster.list(Query.in(Kinds.POD, "default").withLabels("app=live-test"));
    }

    private static long running(LiveCluster cluster) {
        return cluster.list(Query.in(Kinds.POD, "default")
                        .withLabels("app=live-test")
                        .withFields("status.phase=Running"))
                .size();
    }

    private static ReplicationController controller(int replicas) {
        return new ReplicationControllerBuilder()
                .withNewMetadata()
                .withName("live-test")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .addToSelector("app", "live-test")
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "live-test")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("nginx")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
