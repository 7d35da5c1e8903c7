package drydock.sim.controller.statefulset;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.controller.Bench;
import drydock.sim.controller.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatefulSetTest {

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    private static String set(String image, int replicas, String more) {
        return """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              serviceName: db
              replicas: %d
              selector: {matchLabels: {app: db}}
            %s
              template:
                metadata: {labels: {app: db}}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                  - name: main
                    image: %s
                    readinessProbe: {initialDelaySeconds: 3, httpGet: {port: 80}}
            """.formatted(replicas, more, image);
    }

    private StatefulSet db() {
        return bench.get(Kinds.STATEFUL_SET, "db", StatefulSet.class);
    }

    private List<String> revisions() {
        return bench.pods().stream()
                .map(pod -> pod.getMetadata().getLabels().get("controller-revision-hash"))
                .toList();
    }

    /// Rule 28.
    @Test
    void aSetIsOrderedAndRollsUnlessItSaysOtherwise() {
        bench.apply(set("nginx", 1, ""));

        assertThat(db().getSpec().getPodManagementPolicy()).isEqualTo("OrderedReady");
        assertThat(db().getSpec().getUpdateStrategy().getType()).isEqualTo("RollingUpdate");
        assertThat(db().getSpec().getRevisionHistoryLimit()).isEqualTo(10);
    }

    /// Rule 90. A probe with a delay of 3 s and a period of 10 s is first due a period after its container runs.
    @Test
    void eachPodWaitsUntilTheOneBeforeIsReady() {
        bench.apply(set("nginx", 3, ""));

        for (int tenths = 0; tenths < 450; tenths++) {
            bench.passMillis(100);
            long ready = bench.pods().stream().filter(Pods::isReady).count();
            assertThat(bench.pods()).hasSizeLessThanOrEqualTo((int) ready + 1);
        }
        assertThat(bench.names(Kinds.POD)).containsExactly("db-0", "db-1", "db-2");
        assertThat(db().getStatus().getReadyReplicas()).isEqualTo(3);
    }

    /// Rule 90: ready is not enough, available it must be.
    @Test
    void eachPodWaitsUntilTheOneBeforeIsAvailable() {
        bench.apply(set("nginx", 2, "  minReadySeconds: 30"));

        bench.pass(25);
        assertThat(db().getStatus().getReadyReplicas()).isEqualTo(1);
        assertThat(bench.names(Kinds.POD)).containsExactly("db-0");
        bench.pass(20);
        assertThat(bench.names(Kinds.POD)).containsExactly("db-0", "db-1");
    }

    /// Rule 91.
    @Test
    void scalingDownTakesTheHighestFirstAndOneAfterTheOther() {
        bench.apply(set("nginx", 3, "")).pass(60);

        bench.kubectl("scale statefulset db --replicas=1");
        bench.passMillis(100);

        assertThat(bench.pods())
                .filteredOn(pod -> pod.getMetadata().getDeletionTimestamp() != null)
                .extracting(pod -> pod.getMetadata().getName())
                .containsExactly("db-2");
        bench.pass(20);
        assertThat(bench.names(Kinds.POD)).containsExactly("db-0");
    }

    /// Rule 91: updates go down to the partition.
    @Test
    void anUpdateReplacesPodsFromTheHighestDownToThePartition() {
        String partition = "  updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}";
        bench.apply(set("nginx:1.20", 3, partition)).pass(60);
        String before = revisions().getFirst();

        bench.apply(set("nginx:1.25", 3, partition)).pass(80);

        assertThat(bench.pods())
                .extracting(pod -> pod.getSpec().getContainers().getFirst().getImage())
                .containsExactly("nginx:1.20", "nginx:1.25", "nginx:1.25");
        assertThat(revisions().getFirst())
                .isEqualTo(before)
                .isNotEqualTo(revisions().get(1));
        assertThat(db().getStatus().getCurrentRevision()).isEqualTo(before);
        assertThat(db().getStatus().getUpdatedReplicas()).isEqualTo(2);
    }

    /// Rule 91: what was below the partition is made again of the old revision.
    @Test
    void aPodBelowThePartitionComesBackAsItWas() {
        String partition = "  updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}";
        bench.apply(set("nginx:1.20", 2, partition)).pass(40);
        bench.apply(set("nginx:1.25", 2, partition)).pass(40);

        bench.kubectl("delete pod db-0");
        bench.pass(30);

        assertThat(bench.get(Kinds.POD, "db-0", Pod.class)
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .isEqualTo("nginx:1.20");
    }

    /// Rule 91: what is over is deleted and made again.
    @Test
    void aFailedPodIsMadeAgain() {
        bench.apply(set("nginx", 1, "")).pass(20);
        Pod first = bench.get(Kinds.POD, "db-0", Pod.class);
        Pod failed = new io.fabric8.kubernetes.api.model.PodBuilder(first)
                .editStatus()
                .withPhase("Failed")
                .withReason("Evicted")
                .endStatus()
                .build();

        bench.simulation().cluster().replaceStatus(failed);
        bench.pass(30);

        assertThat(bench.get(Kinds.POD, "db-0", Pod.class).getMetadata().getUid())
                .isNotEqualTo(first.getMetadata().getUid());
        assertThat(bench.get(Kinds.POD, "db-0", Pod.class).getStatus().getPhase())
                .isEqualTo("Running");
    }

    /// Rule 92.
    @Test
    void aBrokenRevisionStopsTheUpdateAtItsFirstPod() {
        bench.apply(set("nginx:1.20", 3, "")).pass(60);

        bench.apply(set("busybox", 3, "")).pass(120);

        assertThat(bench.pods())
                .extracting(pod -> pod.getSpec().getContainers().getFirst().getImage())
                .containsExactly("nginx:1.20", "nginx:1.20", "busybox");
    }

    /// Rule 92: the order is that of creation and scaling only.
    @Test
    void aParallelSetMakesAllAtOnceAndUpdatesOneByOne() {
        String parallel = "  podManagementPolicy: Parallel";
        bench.apply(set("nginx:1.20", 3, parallel)).passMillis(300);
        assertThat(bench.names(Kinds.POD)).containsExactly("db-0", "db-1", "db-2");
        bench.pass(20);

        bench.apply(set("nginx:1.25", 3, parallel)).passMillis(200);

        assertThat(bench.pods())
                .filteredOn(pod -> pod.getMetadata().getDeletionTimestamp() != null)
                .extracting(pod -> pod.getMetadata().getName())
                .containsExactly("db-2");
    }

    /// Rule 93.
    @Test
    void podsCarryTheirNameAndPlaceAndHaveClaimsOfTheirOwn() {
        bench.apply(set("nginx", 2, CLAIMS)).pass(30);

        Pod pod = bench.get(Kinds.POD, "db-1", Pod.class);
        assertThat(pod.getMetadata().getLabels())
                .containsEntry("statefulset.kubernetes.io/pod-name", "db-1")
                .containsEntry("apps.kubernetes.io/pod-index", "1");
        assertThat(pod.getSpec().getHostname()).isEqualTo("db-1");
        assertThat(pod.getSpec().getSubdomain()).isEqualTo("db");
        assertThat(bench.names(Kinds.PERSISTENT_VOLUME_CLAIM)).containsExactly("data-db-0", "data-db-1");
        assertThat(pod.getSpec().getVolumes())
                .anyMatch(v -> v.getPersistentVolumeClaim() != null
                        && v.getPersistentVolumeClaim().getClaimName().equals("data-db-1"));
    }

    private static final String CLAIMS = """
          volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        """;

    @Test
    void claimsStayWhenPodsAreScaledAway() {
        bench.apply(set("nginx", 2, CLAIMS)).pass(30);

        bench.kubectl("scale statefulset db --replicas=1");
        bench.pass(20);

        assertThat(bench.names(Kinds.PERSISTENT_VOLUME_CLAIM)).containsExactly("data-db-0", "data-db-1");
    }

    @Test
    void claimsGoWithPodsThatAreScaledAwayWhereThePolicySaysSo() {
        String policy = CLAIMS + "  persistentVolumeClaimRetentionPolicy: {whenScaled: Delete, whenDeleted: Retain}\n";
        bench.apply(set("nginx", 2, policy)).pass(30);

        bench.kubectl("scale statefulset db --replicas=1");
        bench.pass(30);

        assertThat(bench.names(Kinds.PERSISTENT_VOLUME_CLAIM)).containsExactly("data-db-0");
    }

    @Test
    void claimsGoWithTheSetWhereThePolicySaysSo() {
        String policy = CLAIMS + "  persistentVolumeClaimRetentionPolicy: {whenScaled: Retain, whenDeleted: Delete}\n";
        bench.apply(set("nginx", 2, policy)).pass(30);

        bench.kubectl("delete statefulset db");
        bench.pass(30);

        assertThat(bench.names(Kinds.PERSISTENT_VOLUME_CLAIM)).isEmpty();
    }

    @Test
    void eachTemplateIsARevisionAndTheOldOneIsUsedAgain() {
        bench.apply(set("nginx:1.20", 1, "")).pass(20);
        bench.apply(set("nginx:1.25", 1, "")).pass(20);
        bench.apply(set("nginx:1.20", 1, "")).pass(20);

        assertThat(bench.list(Kinds.CONTROLLER_REVISION))
                .extracting(r -> ((ControllerRevision) r).getRevision())
                .containsExactlyInAnyOrder(3L, 2L);
        assertThat(db().getStatus().getCurrentRevision())
                .isEqualTo(db().getStatus().getUpdateRevision());
    }

    @Test
    void getShowsHowManyAreReady() {
        bench.apply(set("nginx", 2, "")).pass(30);

        assertThat(bench.kubectl("get sts").stdout()).matches("NAME   READY   AGE\ndb     2/2     3\\ds\n");
        assertThat(bench.events("db")).contains("SuccessfulCreate: Create Pod db-0 in StatefulSet db successful");
    }

    /// What was made in a look is counted in the next.
    @Test
    void aPodIsCountedWhenItIsSeen() {
        List<Integer> counts = new ArrayList<>();
        bench.simulation().cluster().watch(Query.in(Kinds.STATEFUL_SET, "default"), event -> {
            if (event instanceof ClusterEvent.Modified changed
                    && changed.object() instanceof StatefulSet set
                    && set.getStatus().getObservedGeneration() != null) {
                counts.add(set.getStatus().getReplicas());
            }
        });

        bench.apply(set("nginx", 1, "")).pass(1);

        assertThat(counts).startsWith(0, 1);
    }

    /// Rule 92: where order does not matter, an outdated Pod goes whether it is well or not, so a mended
    /// revision takes the place of a broken one.
    @Test
    void aParallelSetThatIsBrokenIsMendedByTheNextRevision() {
        String parallel = "  podManagementPolicy: Parallel";
        bench.apply(set("nginx:1.20", 2, parallel)).pass(30);
        bench.apply(set("busybox", 2, parallel)).pass(40);

        bench.apply(set("nginx:1.25", 2, parallel)).pass(80);

        assertThat(bench.pods())
                .extracting(pod -> pod.getSpec().getContainers().getFirst().getImage())
                .containsExactly("nginx:1.25", "nginx:1.25");
        assertThat(db().getStatus().getCurrentRevision())
                .isEqualTo(db().getStatus().getUpdateRevision());
    }

    /// The gate MaxUnavailableStatefulSet is off in v1.36.
    @Test
    void howManyMayBeUnavailableIsNotKept() {
        bench.apply(set("nginx", 3, "  updateStrategy: {rollingUpdate: {maxUnavailable: 2}}"));

        assertThat(db().getSpec().getUpdateStrategy().getRollingUpdate().getMaxUnavailable())
                .isNull();
    }

    @Test
    void aClaimThatIsRefusedKeepsItsPodFromBeingMade() {
        bench.apply("""
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: few}
            spec: {hard: {persistentvolumeclaims: "0"}}
            """).pass(2);

        bench.apply(set(
                        "nginx",
                        1,
                        "  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce],"
                                + " resources: {requests: {storage: 1Gi}}}}]"))
                .pass(1);

        assertThat(bench.pods()).isEmpty();
        assertThat(bench.events("db"))
                .anyMatch(
                        e -> e.startsWith("FailedCreate: Create Claim data-db-0 for Pod db-0 in StatefulSet db failed "
                                + "error: persistentvolumeclaims \"data-db-0\" is forbidden: exceeded quota"))
                .anyMatch(e -> e.startsWith("FailedCreate: Create Pod db-0 in StatefulSet db failed error: "
                        + "failed to create PVC data-db-0: "));
    }
}
