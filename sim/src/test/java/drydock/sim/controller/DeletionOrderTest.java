package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeletionOrderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    @DisplayName("rule 75: unassigned, then Pending, Unknown, Running")
    void whatIsFurtherFromServingGoesFirst() {
        Pod unassigned = pod("d", "", "Pending", 0);
        Pod pending = pod("c", "n1", "Pending", 0);
        Pod unknown = pod("b", "n2", "Unknown", 0);
        Pod running = pod("a", "n3", "Running", 100);

        assertThat(sorted(List.of(running, unknown, pending, unassigned)))
                .containsExactly(unassigned, pending, unknown, running);
    }

    @Test
    @DisplayName("rule 75: of ready ones the lower deletion cost, then more siblings on the node")
    void theCheaperGoesFirstThenTheOneWithMoreSiblings() {
        Pod cheap = new PodBuilder(pod("z", "n9", "Running", 1_000))
                .editMetadata()
                .addToAnnotations("controller.kubernetes.io/pod-deletion-cost", "-5")
                .endMetadata()
                .build();
        Pod crowded = pod("y", "n1", "Running", 1_000);
        Pod alsoCrowded = pod("x", "n1", "Running", 1_000_000);
        Pod alone = pod("a", "n2", "Running", 1_000);

        assertThat(sorted(List.of(alone, crowded, alsoCrowded, cheap)))
                .containsExactly(cheap, crowded, alsoCrowded, alone);
    }

    @Test
    @DisplayName("rule 77: siblings are the Pods of all ReplicaSets of the owner")
    void siblingsOfOtherReplicaSetsCount() {
        Pod beside = pod("b", "n1", "Running", 1_000);
        Pod alone = pod("a", "n2", "Running", 1_000);
        Pod ofAnotherSet = pod("other", "n1", "Running", 5_000);

        assertThat(List.of(alone, beside).stream()
                        .sorted(new DeletionOrder(List.of(alone, beside, ofAnotherSet), NOW))
                        .toList())
                .containsExactly(beside, alone);
    }

    @Test
    @DisplayName("rule 76: ready times that differ by less than a power of two are alike, then the uid decides")
    void timesCompareByPowersOfTwo() {
        // 1,000 s and 1,050 s are both in the bucket 2^39 ns; 100 s is not
        Pod first = pod("b", "n1", "Running", 1_000);
        Pod alike = pod("a", "n2", "Running", 1_050);
        Pod newer = pod("c", "n3", "Running", 100);

        assertThat(sorted(List.of(first, alike, newer))).containsExactly(newer, alike, first);
    }

    private static List<Pod> sorted(List<Pod> pods) {
        return pods.stream().sorted(new DeletionOrder(pods, NOW)).toList();
    }

    /// @param readySeconds for how long it has been ready; 0 if it is not
    private static Pod pod(String name, String node, String phase, long readySeconds) {
        String since = NOW.minusSeconds(Math.max(1, readySeconds)).toString();
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withUid(name)
                .withCreationTimestamp(NOW.minusSeconds(2_000_000).toString())
                .endMetadata()
                .withNewSpec()
                .withNodeName(node.isEmpty() ? null : node)
                .endSpec()
                .withNewStatus()
                .withPhase(phase)
                .addNewCondition()
                .withType("Ready")
                .withStatus(readySeconds > 0 ? "True" : "False")
                .withLastTransitionTime(since)
                .endCondition()
                .endStatus()
                .build();
    }
}
