package drydock.sim.scheduler;

import static drydock.sim.Lab.asking;
import static drydock.sim.Lab.sleeper;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FiltersTest {

    private static final String NO_HELP =
            " no new claims to deallocate, preemption: 0/%1$d nodes are available: %1$d Preemption is not helpful for"
                    + " scheduling.";

    @Test
    @DisplayName("rule 126: the message counts each reason, in the order of the text")
    void theMessageCountsEachReasonInOrder() {
        try (Lab lab = Lab.of("a cpu=1", "b cpu=1", "c cpu=1 disk=ssd")) {
            lab.cordon("a");
            lab.apply(asking("web", "cpu: 2", "  nodeSelector: {disk: ssd}"));

            assertThat(lab.unscheduled("web"))
                    .isEqualTo("0/3 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match Pod's node"
                            + " affinity/selector, 1 node(s) were unschedulable." + NO_HELP.formatted(3));
            assertThat(lab.events("web")).contains("FailedScheduling");
            assertThat(lab.decision("web").leftOut())
                    .containsEntry("a", Rejection.forGood("NodeUnschedulable", "node(s) were unschedulable"))
                    .containsEntry(
                            "b", Rejection.forGood("NodeAffinity", "node(s) didn't match Pod's node affinity/selector"))
                    .containsEntry("c", Rejection.forGood("NodeResourcesFit", "Insufficient cpu"));
        }
    }

    @Test
    @DisplayName("rule 126: a node with as many Pods as it takes has too many")
    void aFullNodeHasTooManyPods() {
        try (Lab lab = Lab.of("a pods=1")) {
            lab.apply(sleeper("first", "app: a", "")).apply(sleeper("second", "app: a", ""));

            assertThat(lab.unscheduled("second"))
                    .isEqualTo("0/1 nodes are available: 1 Too many pods. no new claims to deallocate, preemption: 0/1"
                            + " nodes are available: 1 No preemption victims found for incoming pod.");
        }
    }

    @Test
    @DisplayName("rule 126: a taint keeps Pods off that do not tolerate it")
    void aTaintKeepsPodsOff() {
        try (Lab lab = Lab.of("a", "b")) {
            lab.cordon("b");
            lab.apply(sleeper("closed", "app: a", ""));
            lab.apply(sleeper("bearing", "app: a", """
                  nodeSelector: {kubernetes.io/hostname: b}
                  tolerations: [{key: node.kubernetes.io/unschedulable, operator: Exists, effect: NoSchedule}]
                """));

            assertThat(lab.nodeOf("closed")).isEqualTo("a");
            assertThat(lab.nodeOf("bearing")).isEqualTo("b");
        }
    }

    @Test
    @DisplayName("rule 127: host ports clash on the same address, or where one is on all")
    void hostPortsClashWhereOneIsOnAllAddresses() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(onPort("all", "0.0.0.0", "TCP"));
            lab.apply(onPort("one", "127.0.0.1", "TCP"));
            lab.apply(onPort("udp", "127.0.0.1", "UDP"));

            assertThat(lab.nodeOf("udp")).isEqualTo("a");
            assertThat(lab.unscheduled("one"))
                    .startsWith("0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod"
                            + " ports.");
        }
        try (Lab lab = Lab.of("a")) {
            lab.apply(onPort("one", "127.0.0.1", "TCP")).apply(onPort("other", "127.0.0.2", "TCP"));

            assertThat(lab.nodeOf("other")).isEqualTo("a");
        }
    }

    private static String onPort(String name, String address, String protocol) {
        return sleeper(name, "app: a", "")
                + "    ports: [{containerPort: 80, hostPort: 8080, hostIP: %s, protocol: %s}]%n"
                        .formatted(address, protocol);
    }

    @Test
    void podsThatMustBeApartLeaveTheLastWithoutANode() {
        try (Lab lab = Lab.of("a", "b")) {
            String apart = """
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                      - {labelSelector: {matchLabels: {app: apart}}, topologyKey: kubernetes.io/hostname}
                """;
            for (String name : new String[] {"one", "two", "three"}) {
                lab.apply(sleeper(name, "app: apart", apart));
            }

            assertThat(lab.nodeOf("one")).isNotEqualTo(lab.nodeOf("two")).isNotEmpty();
            assertThat(lab.unscheduled("three"))
                    .startsWith("0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules.");
            lab.apply(sleeper("plain", "app: apart", ""));
            assertThat(lab.unscheduled("plain"))
                    .startsWith("0/2 nodes are available: 2 node(s) didn't satisfy existing pods anti-affinity rules.");

            lab.kubectl("delete pod one --grace-period=0 --force");
            lab.run(15);
            assertThat(lab.nodeOf("three") + lab.nodeOf("plain")).hasSize(1);
        }
    }

    @Test
    void theFirstOfPodsThatMustBeNearEachOtherMayGoAnywhereTheNextFollows() {
        try (Lab lab = Lab.of("a zone=z1", "b zone=z1", "c zone=z2")) {
            String near = """
                  affinity:
                    podAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                      - {labelSelector: {matchLabels: {app: %s}}, topologyKey: topology.kubernetes.io/zone}
                """;
            lab.apply(sleeper("lonely", "app: other", near.formatted("pack")));
            assertThat(lab.unscheduled("lonely"))
                    .startsWith("0/3 nodes are available: 3 node(s) didn't match pod affinity rules.");

            lab.apply(sleeper(
                    "first", "app: pack", "  nodeSelector: {kubernetes.io/hostname: c}\n" + near.formatted("pack")));
            lab.apply(sleeper("second", "app: pack", near.formatted("pack")));
            lab.run(15);

            assertThat(lab.nodeOf("first")).isEqualTo("c");
            assertThat(lab.nodeOf("second")).isEqualTo("c");
            assertThat(lab.nodeOf("lonely")).isEqualTo("c");
        }
    }

    @Test
    void noZoneGetsMorePodsThanTheEmptiestAndTheSkew() {
        try (Lab lab = Lab.of("a zone=z1", "b zone=z2", "c")) {
            String even = """
                  topologySpreadConstraints:
                  - maxSkew: 1
                    topologyKey: topology.kubernetes.io/zone
                    whenUnsatisfiable: DoNotSchedule
                    labelSelector: {matchLabels: {app: even}}
                """;
            for (int i = 0; i < 4; i++) {
                lab.apply(sleeper("p" + i, "app: even", even));
            }
            assertThat(lab.pods())
                    .extracting(p -> p.getSpec().getNodeName())
                    .containsExactlyInAnyOrder("a", "a", "b", "b");

            lab.cordon("a");
            lab.apply(sleeper("p4", "app: even", even)).apply(sleeper("p5", "app: even", even));

            assertThat(lab.nodeOf("p4")).isEqualTo("b");
            assertThat(lab.unscheduled("p5"))
                    .startsWith("0/3 nodes are available: 1 node(s) didn't match pod topology spread constraints, 1"
                            + " node(s) didn't match pod topology spread constraints (missing required label), 1"
                            + " node(s) were unschedulable.");
        }
    }

    @Test
    void aPodWaitsForItsGatesToGo() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("gated", "app: a", "  schedulingGates: [{name: example.com/wait}]"));
            lab.run(5);

            assertThat(lab.nodeOf("gated")).isEmpty();
            assertThat(lab.events("gated")).isEmpty();
            assertThat(lab.condition("gated", "PodScheduled").getReason()).isEqualTo("SchedulingGated");
        }
    }

    @Test
    void aPodWithoutItsClaimFindsNoNode() {
        try (Lab lab = Lab.of("a")) {
            String claiming = "  volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]";
            lab.apply(sleeper("db", "app: db", claiming));
            assertThat(lab.unscheduled("db"))
                    .isEqualTo("0/1 nodes are available: persistentvolumeclaim \"data\" not found."
                            + NO_HELP.formatted(1));

            lab.apply("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec:
                  accessModes: [ReadWriteOnce]
                  storageClassName: ''
                  resources: {requests: {storage: 1Gi}}
                """);
            lab.run(3);
            assertThat(lab.unscheduled("db"))
                    .startsWith("0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.");
        }
    }

    @Test
    void aClaimThatWaitsForItsFirstPodIsToldTheNodeAndThePodWaitsForTheVolume() {
        try (Lab lab = Lab.of("a")) {
            lab.apply("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: late}
                provisioner: example.com/disks
                volumeBindingMode: WaitForFirstConsumer
                ---
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec:
                  accessModes: [ReadWriteOnce]
                  storageClassName: late
                  resources: {requests: {storage: 1Gi}}
                """);
            lab.apply(sleeper("db", "app: db", "  volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]"));
            ResourceId id = ResourceId.of(Kinds.PERSISTENT_VOLUME_CLAIM, "default", "data");
            var api = lab.simulation().cluster();
            PersistentVolumeClaim claim = (PersistentVolumeClaim) api.get(id).orElseThrow();

            assertThat(claim.getMetadata().getAnnotations()).containsEntry("volume.kubernetes.io/selected-node", "a");
            assertThat(lab.nodeOf("db")).isEmpty();

            claim = (PersistentVolumeClaim) api.replace(new PersistentVolumeClaimBuilder(claim)
                    .editSpec()
                    .withVolumeName("pv-1")
                    .endSpec()
                    .build());
            api.replaceStatus(new PersistentVolumeClaimBuilder(claim)
                    .withNewStatus()
                    .withPhase("Bound")
                    .endStatus()
                    .build());
            lab.run(1);
            assertThat(lab.nodeOf("db")).isEqualTo("a");
        }
    }

    @Test
    void aNodeHoldsSoManyVolumesOfADriverAsItSays() {
        try (Lab lab = Lab.of("a")) {
            lab.apply("""
                apiVersion: storage.k8s.io/v1
                kind: CSIDriver
                metadata: {name: disks.example.com, annotations: {drydock.io/volumes-per-node: "1"}}
                spec: {attachRequired: true}
                """);
            for (String name : new String[] {"one", "two"}) {
                lab.apply("""
                    apiVersion: v1
                    kind: PersistentVolume
                    metadata: {name: %1$s}
                    spec:
                      capacity: {storage: 1Gi}
                      accessModes: [ReadWriteOnce]
                      storageClassName: disks
                      csi: {driver: disks.example.com, volumeHandle: %1$s}
                    ---
                    apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata: {name: %1$s}
                    spec:
                      accessModes: [ReadWriteOnce]
                      storageClassName: disks
                      volumeName: %1$s
                      resources: {requests: {storage: 1Gi}}
                    """.formatted(name)).run(3);
                lab.apply(sleeper(
                        name, "app: a", "  volumes: [{name: v, persistentVolumeClaim: {claimName: " + name + "}}]"));
            }

            assertThat(lab.kubectl("get csinodes --no-headers")).matches("a +1 +\\S+\\n");
            assertThat(lab.nodeOf("one")).isEqualTo("a");
            assertThat(lab.unscheduled("two"))
                    .startsWith("0/1 nodes are available: 1 node(s) exceed max volume count.");
        }
    }
}
