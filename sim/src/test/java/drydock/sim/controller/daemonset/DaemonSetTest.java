package drydock.sim.controller.daemonset;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.sim.controller.Bench;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DaemonSetTest {

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    private static String set(String image, String more, String podMore) {
        return """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: agent}
            spec:
              selector: {matchLabels: {app: agent}}
            %s
              template:
                metadata: {labels: {app: agent}}
                spec:
                  terminationGracePeriodSeconds: 1
            %s
                  containers:
                  - {name: main, image: '%s'}
            """.formatted(more, podMore, image);
    }

    private DaemonSet agent() {
        return bench.get(Kinds.DAEMON_SET, "agent", DaemonSet.class);
    }

    private List<String> images() {
        return bench.pods().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .map(pod -> pod.getSpec().getContainers().getFirst().getImage())
                .toList();
    }

    /// Rule 28.
    @Test
    void anUpdateMayMissOnePodAndAddNoneUnlessTheSetSaysOtherwise() {
        bench.apply(set("nginx", "", ""));

        var rolling = agent().getSpec().getUpdateStrategy().getRollingUpdate();
        assertThat(rolling.getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertThat(rolling.getMaxSurge().getIntVal()).isZero();
    }

    /// Rule 94.
    @Test
    void daemonsTolerateWhatOthersFleeFrom() {
        bench.apply(set("nginx", "", "")).pass(5);

        List<Toleration> tolerations = bench.pods().getFirst().getSpec().getTolerations();
        assertThat(tolerations)
                .extracting(t -> t.getKey() + ":" + t.getEffect())
                .contains(
                        "node.kubernetes.io/not-ready:NoExecute",
                        "node.kubernetes.io/unreachable:NoExecute",
                        "node.kubernetes.io/disk-pressure:NoSchedule",
                        "node.kubernetes.io/memory-pressure:NoSchedule",
                        "node.kubernetes.io/pid-pressure:NoSchedule",
                        "node.kubernetes.io/unschedulable:NoSchedule");
        assertThat(tolerations).allMatch(t -> t.getTolerationSeconds() == null);
    }

    /// Rule 94: 1 s after the first failure, then longer.
    @Test
    void failedDaemonsAreReplacedLaterAndLater() {
        FailedPodBackOff backOff = new FailedPodBackOff();
        Instant now = Instant.EPOCH;

        assertThat(backOff.next("node", now)).isZero();
        assertThat(backOff.next("node", now)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backOff.next("node", now.plusSeconds(1))).isZero();
        assertThat(backOff.next("node", now.plusSeconds(2))).isEqualTo(Duration.ofSeconds(2));
        assertThat(backOff.next("other", now)).isZero();
    }

    @Test
    void aFailedDaemonIsDeletedAndMadeAgain() {
        bench.apply(set("nginx", "", "")).pass(10);
        Pod first = bench.pods().getFirst();

        bench.simulation()
                .cluster()
                .replaceStatus(new PodBuilder(first)
                        .editStatus()
                        .withPhase("Failed")
                        .endStatus()
                        .build());
        bench.pass(10);

        assertThat(bench.names(Kinds.POD))
                .hasSize(3)
                .doesNotContain(first.getMetadata().getName());
        assertThat(bench.events("agent")).anyMatch(e -> e.startsWith("FailedDaemonPod: Found failed daemon pod"));
    }

    /// Rule 95.
    @Test
    void theSchedulerBringsEachDaemonToItsNode() {
        bench.apply(set("nginx", "", "")).pass(5);

        assertThat(bench.pods())
                .extracting(pod -> pod.getSpec().getNodeName())
                .containsExactlyInAnyOrder("node-1", "node-2", "node-3");
        for (Pod pod : bench.pods()) {
            assertThat(DaemonPods.node(new PodBuilder(pod)
                            .editSpec()
                            .withNodeName(null)
                            .endSpec()
                            .build()))
                    .isEqualTo(pod.getSpec().getNodeName());
            assertThat(bench.events(pod.getMetadata().getName())).anyMatch(e -> e.startsWith("Scheduled:"));
        }
    }

    @Test
    void daemonsFollowTheLabelsOfNodes() {
        bench.apply(set("nginx", "", "      nodeSelector: {role: edge}")).pass(5);
        assertThat(bench.pods()).isEmpty();

        bench.kubectl("label node node-2 role=edge");
        bench.pass(5);
        assertThat(bench.pods()).extracting(pod -> pod.getSpec().getNodeName()).containsExactly("node-2");

        bench.kubectl("label node node-2 role-");
        bench.pass(10);
        assertThat(bench.pods()).isEmpty();
    }

    @Test
    void anUpdateReplacesOneAfterTheOther() {
        bench.apply(set("nginx:1.20", "  minReadySeconds: 5", "")).pass(15);

        bench.apply(set("nginx:1.25", "  minReadySeconds: 5", "")).pass(4);
        assertThat(images()).containsOnlyOnce("nginx:1.25");

        bench.pass(40);
        assertThat(images()).containsExactly("nginx:1.25", "nginx:1.25", "nginx:1.25");
        assertThat(agent().getStatus().getUpdatedNumberScheduled()).isEqualTo(3);
        assertThat(bench.list(Kinds.CONTROLLER_REVISION)).hasSize(2);
    }

    @Test
    void withASurgeTheOldOneStaysUntilTheNewOneIsAvailable() {
        String surge = "  updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}";
        bench.apply(set("nginx:1.20", surge, "")).pass(15);

        bench.apply(set("nginx:1.25", surge, "")).passMillis(200);
        assertThat(images()).hasSize(4).containsOnlyOnce("nginx:1.25");

        bench.pass(40);
        assertThat(images()).containsExactly("nginx:1.25", "nginx:1.25", "nginx:1.25");
    }

    @Test
    void onDeleteWaitsForTheUser() {
        bench.apply(set("nginx:1.20", "  updateStrategy: {type: OnDelete}", "")).pass(15);
        bench.apply(set("nginx:1.25", "  updateStrategy: {type: OnDelete}", "")).pass(15);
        assertThat(images()).containsOnly("nginx:1.20");

        bench.kubectl("delete pod " + bench.names(Kinds.POD).getFirst());
        bench.pass(15);

        assertThat(images()).containsOnlyOnce("nginx:1.25");
    }

    @Test
    void getShowsTheCounts() {
        bench.apply(set("nginx", "", "")).pass(10);

        assertThat(bench.kubectl("get ds").stdout())
                .matches("NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE\n"
                        + "agent   3         3         3       3            3           <none>          \\d+s\n");
    }

    @Test
    void podsCarryHowOftenTheTemplateHasChanged() {
        bench.apply(set("nginx:1.20", "", "")).pass(15);
        bench.kubectl("patch ds agent -p {\"spec\":{\"minReadySeconds\":1}}");
        bench.apply(set("nginx:1.25", "  minReadySeconds: 1", "")).pass(60);

        assertThat(agent().getMetadata().getAnnotations())
                .containsEntry("deprecated.daemonset.template.generation", "2");
        assertThat(agent().getMetadata().getGeneration()).isEqualTo(3);
        assertThat(bench.pods())
                .extracting(pod -> pod.getMetadata().getLabels().get("pod-template-generation"))
                .containsExactly("2", "2", "2");
    }

    @Test
    void aPodThatHasEndedAndGoesDoesNotCount() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        Pod ended = new PodBuilder()
                .withNewMetadata()
                .withName("agent-x")
                .withDeletionTimestamp("2026-01-01T00:00:00Z")
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-1")
                .endSpec()
                .withNewStatus()
                .withPhase("Failed")
                .endStatus()
                .build();
        bench.apply(set("nginx", "", ""));
        Node node = bench.get(Kinds.NODE, "node-1", Node.class);

        DaemonPlan plan = new DaemonPlan(agent(), "hash", List.of(node), List.of(ended), now);
        plan.manage();

        assertThat(plan.create()).containsExactly("node-1");
        assertThat(DaemonCounts.status(agent(), plan, List.of(node), true).getCurrentNumberScheduled())
                .isZero();
    }

    /// With a surge, a Pod on a node that is not wanted any more stays until enough are available elsewhere.
    @Test
    void withASurgeAPodOnAnUnwantedNodeStaysUntilOthersServe() {
        bench.kubectl("label node node-1 zone=old");
        String surge = "  updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}";
        bench.apply(set("nginx", surge, "      nodeSelector: {zone: old}")).pass(15);
        bench.kubectl("label node node-2 zone=new");
        bench.apply(set("nginx", surge, "      nodeSelector: {zone: new}")).pass(20);

        assertThat(bench.pods()).extracting(pod -> pod.getSpec().getNodeName()).containsExactly("node-2");
    }

    @Test
    void whatIsRefusedIsToldAndDoesNotKeepTheStatusBack() {
        bench.apply("""
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: few}
            spec: {hard: {pods: "2"}}
            """).pass(2);
        bench.apply(set("nginx", "", "")).pass(8);

        assertThat(bench.pods()).hasSize(2);
        assertThat(agent().getStatus().getNumberReady()).isEqualTo(2);
        assertThat(agent().getStatus().getDesiredNumberScheduled()).isEqualTo(3);
        assertThat(bench.events("agent")).anyMatch(e -> e.startsWith("FailedCreate: Error creating: pods"));
    }
}
