package drydock.app.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.observe.Observed;
import drydock.app.session.Reason;
import drydock.app.task.Tasks;
import drydock.model.cluster.ClusterEvent;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Why an object is as it is, from what a cluster says of it.
class ObservedReasonsTest {

    private static final ResourceId POD = ResourceId.of(Kinds.POD, "shop", "web-1-a");

    private static final String CLUSTER = """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata: {name: web-1, namespace: shop, creationTimestamp: "2026-01-01T00:00:01Z"}
        spec: {}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: shop, creationTimestamp: "2026-01-01T00:00:00Z"}
        spec: {}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web-1-a
          namespace: shop
          creationTimestamp: "2026-01-01T00:00:02Z"
          labels: {app: web}
          ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, uid: "1", controller: true}]
        spec:
          containers: [{name: web, image: nginx}]
          volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        status:
          conditions:
          - {type: PodScheduled, status: "False", reason: Unschedulable, message: 0/3 nodes are available,
             lastTransitionTime: "2026-01-01T00:00:03Z"}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: e1, namespace: shop}
        involvedObject: {apiVersion: v1, kind: PersistentVolumeClaim, name: data, namespace: shop}
        type: Warning
        reason: ProvisioningFailed
        message: no storage class
        count: 3
        lastTimestamp: "2026-01-01T00:00:05Z"
        source: {component: persistentvolume-controller}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: e2, namespace: shop}
        involvedObject: {apiVersion: v1, kind: Pod, name: other, namespace: shop}
        type: Warning
        reason: Failed
        message: of no concern
        lastTimestamp: "2026-01-01T00:00:05Z"
        source: {component: kubelet}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop, creationTimestamp: "2026-01-01T00:00:00Z"}
        spec: {selector: {app: web}}
        """;

    private final Observed observed = new Observed(Tasks.inPlace());

    @BeforeEach
    void tell() {
        ManifestFile.parse("cluster.yaml", CLUSTER)
                .documents()
                .forEach(document ->
                        document.object().ifPresent(object -> observed.accept(new ClusterEvent.Added(object))));
    }

    @Test
    void aPendingPodIsExplainedByItsOwnerItsClaimItsConditionsAndTheirEventsInTime() {
        List<Reason> reasons = new ObservedReasons(observed).of(POD, Instant.EPOCH);

        assertThat(reasons)
                .extracting(reason -> reason.object().kind())
                .containsExactly("PersistentVolumeClaim", "ReplicaSet", "Pod", "Pod", "PersistentVolumeClaim");
        assertThat(words(reasons))
                .contains("PodScheduled=False: Unschedulable: 0/3 nodes are available")
                .endsWith("ProvisioningFailed: no storage class (×3)")
                .doesNotContain("of no concern");
    }

    @Test
    void aPodWasMadeByTheControllerOfItsOwner() {
        assertThat(new ObservedReasons(observed).of(POD, Instant.EPOCH))
                .filteredOn(reason ->
                        reason.verb() == Reason.Verb.CREATED && reason.object().equals(POD))
                .extracting(Reason::component)
                .containsExactly("replicaset-controller");
    }

    @Test
    void anEmptyServiceSaysHowManyItsSelectorMatchesAndHowManyAreReady() {
        String said =
                words(new ObservedReasons(observed).of(ResourceId.of(Kinds.SERVICE, "shop", "web"), Instant.EPOCH));

        assertThat(said).contains("app=web").contains("1").contains("0");
    }

    @Test
    void aPodWhoseNodeHasEndedItSaysWhyThoughTheEventIsGone() {
        ManifestFile.parse("hog.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: hog, namespace: shop, creationTimestamp: "2026-01-01T00:00:02Z"}
            spec: {containers: [{name: web, image: nginx}]}
            status:
              phase: Failed
              reason: Evicted
              message: 'Usage of EmptyDir volume "data" exceeds the limit "10Mi". '
              conditions:
              - {type: Ready, status: "False", reason: PodFailed, lastTransitionTime: "2026-01-01T00:01:00Z"}
            """)
                .documents()
                .forEach(document ->
                        document.object().ifPresent(object -> observed.accept(new ClusterEvent.Added(object))));

        List<Reason> reasons = new ObservedReasons(observed).of(ResourceId.of(Kinds.POD, "shop", "hog"), Instant.EPOCH);

        assertThat(words(reasons))
                .contains("Failed: Evicted: Usage of EmptyDir volume \"data\" exceeds the limit \"10Mi\". ");
        assertThat(reasons.getFirst().verb()).isEqualTo(Reason.Verb.CREATED);
    }

    @Test
    void ofWhatIsNotThereNothingIsSaid() {
        assertThat(new ObservedReasons(observed).of(ResourceId.of(Kinds.POD, "shop", "gone"), Instant.EPOCH))
                .isEmpty();
    }

    private static String words(List<Reason> reasons) {
        return reasons.stream().flatMap(reason -> reason.changes().stream()).collect(Collectors.joining("\n"));
    }
}
