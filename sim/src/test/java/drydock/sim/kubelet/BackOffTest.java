package drydock.sim.kubelet;

import static drydock.sim.kubelet.PodFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff();

    @Test
    @DisplayName("rules 34 and 43: the first failure is not delayed, the next ones 10, 20, 40, 80, 160, 300 s")
    void theFirstFailureIsNotDelayedAndTheNextOnesDoubleUpToFiveMinutes() {
        List<Long> delays = new ArrayList<>();
        Instant at = NOW;
        for (int i = 0; i < 7; i++) {
            Duration left = backOff.remaining("k", at, at);
            delays.add(left.toSeconds());
            at = at.plus(left);
            backOff.count("k", at, at);
            at = at.plusSeconds(1);
        }

        assertThat(delays).containsExactly(0L, 10L, 20L, 40L, 80L, 160L, 300L);
    }

    @Test
    @DisplayName("rule 35: the delay runs from the event, not from when it was noticed")
    void theDelayRunsFromTheEventNotFromWhenItWasNoticed() {
        backOff.count("k", NOW, NOW);

        assertThat(backOff.remaining("k", NOW.plusSeconds(5), NOW.plusSeconds(9)))
                .isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    @DisplayName("rules 36 and 43: a run of over 600 s forgets the delay")
    void aRunOfOverTenMinutesForgetsTheDelay() {
        backOff.count("k", NOW, NOW);
        backOff.count("k", NOW.plusSeconds(10), NOW.plusSeconds(10));

        assertThat(backOff.remaining("k", NOW.plusSeconds(611), NOW.plusSeconds(611)))
                .isEqualTo(Duration.ZERO);
        backOff.count("k", NOW.plusSeconds(611), NOW.plusSeconds(611));
        assertThat(backOff.delay("k")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatIsForgottenStartsAnew() {
        backOff.count("u-1_a", NOW, NOW);
        backOff.forget("u-1_");

        assertThat(backOff.delay("u-1_a")).isEqualTo(Duration.ZERO);
    }
}
