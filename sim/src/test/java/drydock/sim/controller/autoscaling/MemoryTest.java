package drydock.sim.controller.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Memory memory = new Memory();

    @ParameterizedTest
    @CsvSource({
        "1, 20, 4, ScaleUpLimit",
        "3, 20, 6, ScaleUpLimit",
        "8, 20, 10, TooManyReplicas",
        "3, 5, 5, DesiredWithinRange",
        "3, 1, 2, TooFewReplicas"
    })
    @DisplayName("rule 105: without behavior up to twice as many, or four")
    void theSizeAtMostDoubles(int current, int desired, int allowed, String reason) {
        Limit limit = Memory.bounded(current, desired, 2, 10);

        assertThat(limit.replicas()).isEqualTo(allowed);
        assertThat(limit.reason()).isEqualTo(reason);
    }

    @Test
    @DisplayName("rule 105: down only to the highest recommendation of five minutes")
    void theHighestOfFiveMinutesHolds() {
        memory.stabilized(8, START);
        assertThat(memory.stabilized(3, START.plusSeconds(15))).isEqualTo(8);
        assertThat(memory.stabilized(2, START.plusSeconds(299))).isEqualTo(8);

        assertThat(memory.stabilized(2, START.plusSeconds(301))).isEqualTo(3);
        assertThat(memory.stabilized(2, START.plusSeconds(316))).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 106: with behavior up by four Pods or by all there are, whichever is more, in 15 s")
    void fourPodsOrAllOfThemIn15Seconds() {
        HorizontalPodAutoscalerBehavior usual = new HorizontalPodAutoscalerBehavior(
                rules(new HPAScalingPolicy(15, "Percent", 100)),
                rules(new HPAScalingPolicy(15, "Pods", 4), new HPAScalingPolicy(15, "Percent", 100)));

        assertThat(memory.bounded(2, 50, 1, 100, usual, START).replicas()).isEqualTo(6);
        assertThat(memory.bounded(10, 50, 1, 100, usual, START).replicas()).isEqualTo(20);
        assertThat(memory.bounded(10, 1, 1, 100, usual, START).replicas()).isEqualTo(1);

        memory.scaled(10, 20, START);
        assertThat(memory.bounded(20, 50, 1, 100, usual, START.plusSeconds(10)).replicas())
                .isEqualTo(20);
        assertThat(memory.bounded(20, 50, 1, 100, usual, START.plusSeconds(16)).replicas())
                .isEqualTo(40);
    }

    @Test
    void aPolicyHoldsTheWayDown() {
        HorizontalPodAutoscalerBehavior slow = new HorizontalPodAutoscalerBehavior(
                rules(new HPAScalingPolicy(60, "Pods", 1)), rules(new HPAScalingPolicy(15, "Pods", 4)));

        Limit limit = memory.bounded(5, 1, 1, 10, slow, START);
        assertThat(limit).isEqualTo(Limit.tooFastDown(4));
        memory.scaled(5, 4, START);
        assertThat(memory.bounded(4, 1, 1, 10, slow, START.plusSeconds(30)).replicas())
                .isEqualTo(4);
        assertThat(memory.bounded(4, 1, 1, 10, slow, START.plusSeconds(61)).replicas())
                .isEqualTo(3);
    }

    private static HPAScalingRules rules(HPAScalingPolicy... policies) {
        HPAScalingRules rules = new HPAScalingRules();
        rules.setPolicies(List.of(policies));
        rules.setSelectPolicy("Max");
        return rules;
    }
}
