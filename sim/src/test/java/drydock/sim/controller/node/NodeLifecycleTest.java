package drydock.sim.controller.node;

import static drydock.sim.Lab.sleeper;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NodeLifecycleTest {

    @Test
    @DisplayName("rule 107: a node that is silent for 50 s is noticed, not earlier, and looked at every 5 s")
    void aSilentNodeIsNoticedAfterItsGrace() {
        try (Lab lab = Lab.of("a", "b").run(7)) {
            Lease lease = (Lease) lab.simulation()
                    .cluster()
                    .get(ResourceId.of(Kinds.LEASE, "kube-node-lease", "a"))
                    .orElseThrow();
            assertThat(lease.getSpec().getLeaseDurationSeconds()).isEqualTo(40);

            lab.fault("node-lost a");
            lab.run(42);
            assertThat(lab.nodeCondition("a", "Ready")).isEqualTo("True KubeletReady");
            lab.run(13);

            assertThat(lab.nodeCondition("a", "Ready")).isEqualTo("Unknown NodeStatusUnknown");
            assertThat(lab.nodeCondition("b", "Ready")).isEqualTo("True KubeletReady");
        }
    }

    @Test
    @DisplayName("rule 108: then it is Unknown and tainted, and its Pods are not ready")
    void thenItIsUnknownAndTaintedAndItsPodsAreNotReady() {
        try (Lab lab = Lab.of("a", "b")) {
            lab.apply(sleeper("web", "app: web", "  nodeSelector: {kubernetes.io/hostname: a}"))
                    .run(3);
            lab.fault("node-lost a").run(65);

            assertThat(lab.nodeNamed("a").getStatus().getConditions())
                    .filteredOn(c -> c.getType().equals("Ready"))
                    .extracting(c -> c.getMessage())
                    .containsExactly("Kubelet stopped posting node status.");
            assertThat(lab.taints("a"))
                    .containsExactlyInAnyOrder(
                            "node.kubernetes.io/unreachable:NoSchedule", "node.kubernetes.io/unreachable:NoExecute");
            assertThat(lab.condition("web", "Ready").getStatus()).isEqualTo("False");
            assertThat(lab.condition("web", "ContainersReady").getStatus()).isEqualTo("True");
            assertThat(lab.events("web")).contains("NodeNotReady");
            assertThat(lab.events("a")).contains("NodeNotReady");
        }
    }

    @Test
    @DisplayName("rule 109: 300 s later the Pods are deleted, and stay Terminating until the node is back")
    void laterThePodsAreDeletedAndStayUntilTheNodeIsBack() {
        try (Lab lab = Lab.of("a", "b")) {
            lab.apply(sleeper("web", "app: web", "  nodeSelector: {kubernetes.io/hostname: a}"))
                    .run(3);
            lab.fault("node-lost a").run(340);
            assertThat(lab.pod("web").getMetadata().getDeletionTimestamp()).isNull();

            lab.run(40);
            assertThat(lab.events("web")).contains("TaintManagerEviction");
            assertThat(lab.condition("web", "DisruptionTarget").getReason()).isEqualTo("DeletionByTaintManager");
            lab.run(3_600);
            assertThat(lab.pod("web").getMetadata().getDeletionTimestamp()).isNotNull();

            lab.clear("node-lost a").run(30);
            assertThat(lab.exists("web")).isFalse();
            assertThat(lab.nodeCondition("a", "Ready")).isEqualTo("True KubeletReady");
            assertThat(lab.taints("a")).isEmpty();
        }
    }

    @Test
    @DisplayName("rule 109: or until it is deleted")
    void orUntilTheNodeIsDeleted() {
        try (Lab lab = Lab.of("a", "b")) {
            lab.apply(sleeper("web", "app: web", "  nodeSelector: {kubernetes.io/hostname: a}"))
                    .run(3);
            lab.fault("node-lost a").run(400);
            lab.simulation().cluster().delete(ResourceId.of(Kinds.NODE, "", "a"), Deletion.DEFAULT);
            lab.run(70);

            assertThat(lab.exists("web")).isFalse();
        }
    }

    @Test
    @DisplayName("rule 109: a node that is back in time keeps its Pods")
    void aNodeThatIsBackInTimeKeepsItsPods() {
        try (Lab lab = Lab.of("a", "b")) {
            lab.apply(sleeper("web", "app: web", "  nodeSelector: {kubernetes.io/hostname: a}"))
                    .run(3);
            lab.fault("network-cut a").run(120);
            assertThat(lab.nodeCondition("a", "Ready")).startsWith("Unknown");
            lab.clear("network-cut a").run(400);

            assertThat(lab.pod("web").getMetadata().getDeletionTimestamp()).isNull();
            assertThat(lab.condition("web", "Ready").getStatus()).isEqualTo("True");
            assertThat(lab.pod("web")
                            .getStatus()
                            .getContainerStatuses()
                            .getFirst()
                            .getRestartCount())
                    .isZero();
        }
    }

    /// The kubelet says so when it looks at its node next (`kubelet_node_status.go recordNodeSchedulableEvent`).
    @Test
    void aCordonedNodeSaysSoAndWhenItIsNoLonger() {
        try (Lab lab = Lab.of("a").run(7)) {
            lab.kubectl("cordon a");
            lab.run(11);
            assertThat(lab.events("a")).contains("NodeNotSchedulable").doesNotContain("NodeSchedulable");

            lab.kubectl("uncordon a");
            lab.run(11);
            assertThat(lab.events("a")).contains("NodeNotSchedulable", "NodeSchedulable");
        }
    }

    @Test
    void itTellsOfNodesThatComeAndGo() {
        try (Lab lab = Lab.of("a", "b").run(7)) {
            lab.simulation().cluster().delete(ResourceId.of(Kinds.NODE, "", "b"), Deletion.DEFAULT);
            lab.run(7);

            assertThat(lab.events("a")).contains("RegisteredNode").doesNotContain("RemovingNode");
            assertThat(lab.events("b")).contains("RegisteredNode", "RemovingNode");
        }
    }

    @Test
    @DisplayName("rule 110: nodes are tainted one in 10 s")
    void nodesAreTaintedOneInTenSeconds() {
        try (Lab lab = Lab.of(names(12)).run(5)) {
            lab.fault("node-lost n00").fault("node-lost n01").fault("node-lost n02");
            List<Integer> tainted = new ArrayList<>();
            for (int i = 0; i < 95; i++) {
                lab.run(1);
                if (i % 9 == 0) {
                    tainted.add(tainted(lab));
                }
            }

            assertThat(tainted).contains(1, 2, 3).isSorted();
        }
    }

    @Test
    @DisplayName("rule 110: where most nodes of a small zone are bad none is tainted; where all are, none either")
    void whereMostNodesAreBadNoneIsTainted() {
        try (Lab lab = Lab.of(names(5)).run(5)) {
            lab.fault("network-cut n00")
                    .fault("network-cut n01")
                    .fault("network-cut n02")
                    .run(200);

            assertThat(lab.nodeCondition("n00", "Ready")).startsWith("Unknown");
            assertThat(tainted(lab)).isZero();
        }
        try (Lab lab = Lab.of(names(2)).run(5)) {
            lab.fault("network-cut n00").fault("network-cut n01").run(500);

            assertThat(lab.nodeCondition("n00", "Ready")).startsWith("Unknown");
            assertThat(tainted(lab)).isZero();
            lab.clear("network-cut n00").run(100);
            assertThat(tainted(lab)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("rule 110: a zone is partly disrupted with at least 3 bad nodes that are 55 % of it")
    void whenAZoneIsPartlyDisrupted() {
        assertThat(Zones.state(nodes(2, 3))).isEqualTo(Zones.State.NORMAL);
        assertThat(Zones.state(nodes(3, 3))).isEqualTo(Zones.State.NORMAL);
        assertThat(Zones.state(nodes(3, 2))).isEqualTo(Zones.State.PARTLY_DISRUPTED);
        assertThat(Zones.state(nodes(2, 0))).isEqualTo(Zones.State.FULLY_DISRUPTED);
    }

    private static List<Node> nodes(int bad, int good) {
        return IntStream.range(0, bad + good)
                .mapToObj(i -> new NodeBuilder()
                        .withNewMetadata()
                        .withName("n" + i)
                        .endMetadata()
                        .withNewStatus()
                        .addNewCondition()
                        .withType("Ready")
                        .withStatus(i < bad ? "Unknown" : "True")
                        .endCondition()
                        .endStatus()
                        .build())
                .toList();
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj("n%02d"::formatted).toArray(String[]::new);
    }

    private static int tainted(Lab lab) {
        return (int) lab.simulation().faults().inForce().stream()
                .filter(f -> lab.taints(f.target().getFirst()).contains("node.kubernetes.io/unreachable:NoExecute"))
                .count();
    }

    @Test
    @DisplayName("rule 111: a Pod whose node is gone goes 40 s later")
    void podsThatNothingElseDeletesGo() {
        try (Lab lab = Lab.of("a", "b")) {
            lab.apply(sleeper("web", "app: web", "  nodeSelector: {kubernetes.io/hostname: a}"))
                    .run(3);
            lab.simulation().cluster().delete(ResourceId.of(Kinds.NODE, "", "a"), Deletion.DEFAULT);
            lab.run(38);
            assertThat(lab.exists("web")).isTrue();
            lab.run(25);

            assertThat(lab.exists("web")).isFalse();
        }
    }

    @Test
    void aPodOnANodeThatIsOutOfServiceHasFailedAndGoes() {
        try (Lab lab = Lab.of("a", "b")) {
            lab.apply(sleeper("web", "app: web", "  nodeSelector: {kubernetes.io/hostname: a}"))
                    .run(3);
            lab.fault("node-lost a").run(400);
            lab.kubectl("taint node a node.kubernetes.io/out-of-service=nodeshutdown:NoExecute");
            List<String> phases = new ArrayList<>();
            lab.simulation().cluster().watch(Query.all(Kinds.POD), event -> {
                if (event instanceof ClusterEvent.Deleted(Pod pod)) {
                    phases.add(pod.getStatus().getPhase());
                }
            });
            lab.run(25);

            assertThat(lab.exists("web")).isFalse();
            assertThat(phases).containsExactly("Failed");
        }
    }

    @Test
    void aPodThatDoesNotTolerateATaintIsDeletedAtOnce() {
        try (Lab lab = Lab.of("a", "b")) {
            lab.apply(sleeper("web", "app: web", "  nodeSelector: {kubernetes.io/hostname: a}"))
                    .run(3);
            lab.simulation()
                    .cluster()
                    .replace(new NodeBuilder(lab.nodeNamed("a"))
                            .editSpec()
                            .addNewTaint()
                            .withKey("maintenance")
                            .withEffect("NoExecute")
                            .endTaint()
                            .endSpec()
                            .build());
            lab.run(10);

            assertThat(lab.exists("web")).isFalse();
        }
    }

    @Test
    void aClosedNodeIsTainted() {
        try (Lab lab = Lab.of("a").cordon("a")) {
            assertThat(lab.taints("a")).containsExactly("node.kubernetes.io/unschedulable:NoSchedule");
        }
    }
}
