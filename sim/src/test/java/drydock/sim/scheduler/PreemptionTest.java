package drydock.sim.scheduler;

import static drydock.sim.Lab.asking;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Lab;
import drydock.sim.scheduler.SchedulingDecision.Outcome;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PreemptionTest {

    @Test
    @DisplayName("rule 128: a more important Pod takes the place of the least important ones")
    void aMoreImportantPodTakesThePlaceOfTheLeastImportant() {
        try (Lab lab = Lab.of("a cpu=2", "b cpu=2")) {
            lab.apply(asking(
                    "low", "cpu: 1500m", "  priorityClassName: p1\n  nodeSelector: {kubernetes.io/hostname: a}"));
            lab.apply(asking(
                    "middle", "cpu: 1500m", "  priorityClassName: p5\n  nodeSelector: {kubernetes.io/hostname: b}"));
            lab.run(3);
            lab.apply(asking("high", "cpu: 1500m", "  priorityClassName: p10"));

            assertThat(lab.pod("high").getStatus().getNominatedNodeName()).isEqualTo("a");
            assertThat(lab.decision("high").outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Preempting.class, p -> assertThat(p.node()).isEqualTo("a"));
            assertThat(lab.unscheduled("high")).isEqualTo("0/2 nodes are available: 2 Insufficient cpu.");
            assertThat(lab.events("low")).contains("Preempted");
            assertThat(lab.condition("low", "DisruptionTarget").getMessage())
                    .isEqualTo("default-scheduler: preempting to accommodate a higher priority pod");

            lab.run(8);
            assertThat(lab.exists("low")).isFalse();
            assertThat(lab.exists("middle")).isTrue();
            assertThat(lab.nodeOf("high")).isEqualTo("a");
            assertThat(lab.pod("high").getStatus().getNominatedNodeName()).isNull();
            assertThat(lab.decisions("high"))
                    .extracting(SchedulingDecision::outcome)
                    .startsWith(new Outcome.Preempting("a", List.of(ResourceId.of(Kinds.POD, "default", "low"))))
                    .endsWith(new Outcome.Placed("a"));
        }
    }

    @Test
    void triesThatEndAlikeAreKeptAsOneAndThoseOfAPodThatIsGoneStay() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(asking("big", "cpu: 8", ""));
            lab.run(3);
            lab.apply(asking("other", "cpu: 1", ""));
            lab.run(400);

            assertThat(lab.decision("big").attempt()).isGreaterThan(1);
            assertThat(lab.decisions("big")).containsExactly(lab.decision("big"));

            SchedulingDecision last = lab.decision("big");
            lab.kubectl("delete pod big");
            lab.run(60);
            assertThat(lab.decisions("big")).containsExactly(last);
        }
    }

    @Test
    @DisplayName("rule 128: a Pod that preempts nobody says so, and why none could be")
    void aPodThatPreemptsNobodySaysSo() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(asking("low", "cpu: 1500m", "  priorityClassName: p1"));
            lab.apply(asking("meek", "cpu: 1", "  priorityClassName: meek10"));

            assertThat(lab.unscheduled("meek"))
                    .isEqualTo("0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption:"
                            + " not eligible due to preemptionPolicy=Never.");
        }
    }

    @Test
    @DisplayName("rule 128: a Pod that a budget keeps is spared where another can go")
    void aPodThatABudgetKeepsIsSpared() {
        try (Lab lab = Lab.of("a cpu=2", "b cpu=2")) {
            lab.apply(asking(
                    "kept", "cpu: 1500m", "  priorityClassName: p1\n  nodeSelector: {kubernetes.io/hostname: a}"));
            lab.apply(asking(
                    "other", "cpu: 1500m", "  priorityClassName: p5\n  nodeSelector: {kubernetes.io/hostname: b}"));
            lab.apply("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: keep}
                spec: {minAvailable: 1, selector: {matchLabels: {app: kept}}}
                """);
            lab.run(3);
            lab.apply(asking("high", "cpu: 1500m", "  priorityClassName: p10"));

            assertThat(lab.pod("high").getStatus().getNominatedNodeName()).isEqualTo("b");
            assertThat(lab.pod("kept").getMetadata().getDeletionTimestamp()).isNull();
        }
    }

    @Test
    @DisplayName("rule 128: violations, top priority, sum, number and start decide, in this order")
    void theLeastLossDecides() {
        Victims violating = new Victims("v", List.of(pod(1, 0)), 1);
        Victims top = new Victims("t", List.of(pod(9, 0)), 0);
        Victims sum = new Victims("s", List.of(pod(5, 0), pod(4, 0)), 0);
        Victims lessSum = new Victims("l", List.of(pod(5, 0), pod(-9, 0), pod(-9, 0)), 0);
        Victims early = new Victims("e", List.of(pod(5, 10)), 0);
        Victims late = new Victims("z", List.of(pod(5, 20)), 0);

        assertThat(List.of(violating, top, sum, lessSum, early, late).stream()
                        .sorted(Victims.LEAST_LOSS)
                        .map(Victims::node))
                .containsExactly("z", "e", "s", "l", "t", "v");
    }

    private static PodInfo pod(int priority, int second) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("p")
                .endMetadata()
                .withNewSpec()
                .withPriority(priority)
                .endSpec()
                .withNewStatus()
                .withStartTime("2026-01-01T00:00:%02dZ".formatted(second))
                .endStatus()
                .build();
        return PodInfo.of(pod);
    }

    @Test
    @DisplayName("rule 128: room that is made for a Pod is not taken by a less important one")
    void roomThatIsMadeIsNotTaken() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(asking("low", "cpu: 1500m", "  priorityClassName: p1").replace("Seconds: 1", "Seconds: 20"));
            lab.run(3);
            lab.apply(asking("high", "cpu: 1500m", "  priorityClassName: p10"));
            lab.apply(asking("quick", "cpu: 1", "  priorityClassName: p2"));
            lab.run(30);

            assertThat(lab.nodeOf("high")).isEqualTo("a");
            assertThat(lab.nodeOf("quick")).isEmpty();
        }
    }
}
