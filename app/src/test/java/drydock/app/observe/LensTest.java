package drydock.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Observed observed = new Observed(Tasks.inPlace());

    /// Two applications in two namespaces: of `web` in `shop` one Pod of two is not ready.
    @BeforeEach
    void fill() {
        for (String name : List.of("one", "two")) {
            add("""
                {apiVersion: v1, kind: Node, metadata: {name: %s},
                 status: {conditions: [{type: Ready, status: "True"}]}}\
                """.formatted(name));
        }
        application("shop", "web", 1);
        application("bank", "ledger", 2);
    }

    private void application(String namespace, String app, int ready) {
        add("""
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: %2$s, namespace: %1$s, labels: {app: %2$s}},
             spec: {replicas: 2}, status: {readyReplicas: %3$d, updatedReplicas: 2}}\
            """.formatted(namespace, app, ready));
        add("""
            {apiVersion: apps/v1, kind: ReplicaSet,
             metadata: {name: %2$s-1, namespace: %1$s, labels: {app: %2$s},
               ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: %2$s, controller: true}]},
             spec: {replicas: 2}, status: {readyReplicas: %3$d}}\
            """.formatted(namespace, app, ready));
        for (int i = 0; i < 2; i++) {
            add("""
                {apiVersion: v1, kind: Pod,
                 metadata: {name: %2$s-1-%3$d, namespace: %1$s, labels: {app: %2$s},
                   ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: %2$s-1, controller: true}]},
                 spec: {nodeName: %5$s, containers: [{name: c, image: i}]},
                 status: {phase: Running, conditions: [{type: Ready, status: "%4$s"}],
                   containerStatuses: [{name: c, ready: %6$b, restartCount: 0, image: i, imageID: i,
                     state: {running: {startedAt: "2026-03-01T10:00:00Z"}}}]}}\
                """.formatted(namespace, app, i, i < ready ? "True" : "False", i == 0 ? "one" : "two", i < ready));
        }
        add("""
            {apiVersion: v1, kind: Service, metadata: {name: %2$s, namespace: %1$s}, spec: {selector: {app: %2$s}}}
            """.formatted(namespace, app));
        add("""
            {apiVersion: v1, kind: Endpoints, metadata: {name: %2$s, namespace: %1$s},
             subsets: [{addresses: [{ip: 10.0.0.1}]}]}\
            """.formatted(namespace, app));
    }

    @Test
    void anOpenLensShowsAll() {
        assertThat(Lens.OPEN.isOpen()).isTrue();
        assertThat(Lens.OPEN.through(observed, NOW)).hasSize(observed.objects().size());
    }

    @Test
    void namespacesLeaveWhatLivesInNone() {
        assertThat(seen(lens -> lens.in(Set.of("bank"))))
                .contains("Node one", "Node two", "Deployment ledger", "Pod ledger-1-0")
                .noneMatch(name -> name.contains("web"));
    }

    @Test
    void theWayOfRequestsLeavesOutWhatRunsThePods() {
        assertThat(seen(lens -> lens.along(Lens.Path.NETWORK)))
                .contains("Service web", "Pod web-1-0")
                .noneMatch(name -> name.startsWith("Deployment") || name.startsWith("ReplicaSet"));
    }

    @Test
    void labelsBringWhoOwnsAndCarriesWhatHasThem() {
        add("""
            {apiVersion: v1, kind: Pod, metadata: {name: extra, namespace: shop, labels: {tier: back},
               ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, controller: true}]},
             spec: {nodeName: two}, status: {phase: Pending}}\
            """);

        assertThat(seen(lens -> lens.labelled("tier=back,app notin (web)")))
                .containsExactlyInAnyOrder("Pod extra", "ReplicaSet web-1", "Deployment web", "Node two");
    }

    @Test
    void onlyWhatIsNotWellComesWithWhatItBelongsTo() {
        assertThat(seen(lens -> lens.onlyTroubled(true)))
                .containsExactlyInAnyOrder("Pod web-1-1", "ReplicaSet web-1", "Deployment web", "Node two");
    }

    @Test
    void aServiceThatReachesNobodyIsNotWell() {
        observed.accept(new ClusterEvent.Modified(read("""
            {apiVersion: v1, kind: Endpoints, metadata: {name: ledger, namespace: bank},
             subsets: [{notReadyAddresses: [{ip: 10.0.0.1}]}]}\
            """)));

        assertThat(seen(lens -> lens.onlyTroubled(true)))
                .contains("Service ledger")
                .doesNotContain("Service web");
    }

    @Test
    void aNodeThatIsLostTakesItsPodsAlong() {
        observed.accept(new ClusterEvent.Modified(read("""
            {apiVersion: v1, kind: Node, metadata: {name: one},
             status: {conditions: [{type: Ready, status: Unknown}]}}\
            """)));

        assertThat(seen(lens -> lens.onlyTroubled(true))).contains("Node one", "Pod ledger-1-0", "Pod web-1-0");
    }

    @Test
    void whatTheClusterWarnedOfLatelyIsNotWell() {
        ResourceId ledger = ResourceId.of(Kinds.DEPLOYMENT, "bank", "ledger");
        observed.accept(new ClusterEvent.Added(warning(NOW.minusSeconds(30))));

        assertThat(observed.warning(ledger, NOW.minusSeconds(60))).isPresent();
        assertThat(observed.find(ResourceId.of(Kinds.EVENT, "bank", "ledger.1")))
                .as("events are no objects of the picture")
                .isEmpty();
        assertThat(seen(lens -> lens.onlyTroubled(true))).contains("Deployment ledger");
        assertThat(Lens.OPEN.onlyTroubled(true).through(observed, NOW.plusSeconds(600)))
                .noneMatch(object -> object.getMetadata().getName().equals("ledger"));
    }

    @Test
    void aWarningGoesWithItsObject() {
        observed.accept(new ClusterEvent.Added(warning(NOW)));
        HasMetadata ledger =
                observed.find(ResourceId.of(Kinds.DEPLOYMENT, "bank", "ledger")).orElseThrow();

        observed.accept(new ClusterEvent.Deleted(ledger));

        assertThat(observed.warnedOf(NOW.minusSeconds(60))).isEmpty();
    }

    @Test
    void theObjectsOfAnInterruptedKindAreOutdatedAndNoOthers() {
        observed.accept(new ClusterEvent.Synced(Kinds.NODE));
        observed.accept(new ClusterEvent.Interrupted(Kinds.POD, NOW, "connection refused"));

        assertThat(observed.outdated()).hasSize(4).allMatch(id -> id.kind().equals("Pod"));

        observed.accept(new ClusterEvent.Resumed(Kinds.POD));
        assertThat(observed.outdated()).isEmpty();
    }

    private static Event warning(Instant at) {
        return new EventBuilder()
                .withNewMetadata()
                .withName("ledger.1")
                .withNamespace("bank")
                .endMetadata()
                .withType("Warning")
                .withReason("FailedCreate")
                .withMessage("exceeded quota")
                .withLastTimestamp(at.toString())
                .withNewInvolvedObject()
                .withApiVersion("apps/v1")
                .withKind("Deployment")
                .withNamespace("bank")
                .withName("ledger")
                .endInvolvedObject()
                .build();
    }

    private List<String> seen(UnaryOperator<Lens> turned) {
        return turned.apply(Lens.OPEN).through(observed, NOW).stream()
                .map(object -> object.getKind() + " " + object.getMetadata().getName())
                .toList();
    }

    private void add(String yaml) {
        observed.accept(new ClusterEvent.Added(read(yaml)));
    }

    private static HasMetadata read(String yaml) {
        return new KubernetesSerialization().unmarshal("---\n" + yaml, HasMetadata.class);
    }
}
