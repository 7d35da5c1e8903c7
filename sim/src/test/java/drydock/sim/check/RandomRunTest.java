package drydock.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Random runs with faults. `-Ddrydock.random.runs=10000` makes as many, `-Ddrydock.random.seed=N` begins
/// with that one: a failure names its seed, and is the same again.
class RandomRunTest {

    private static final int RUNS = Integer.getInteger("drydock.random.runs", 40);
    private static final long FIRST_SEED = Long.getLong("drydock.random.seed", 1);

    @Test
    void nothingThatMustHoldIsEverBroken() {
        List<String> broken = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS && broken.isEmpty(); seed++) {
            broken.addAll(new RandomRun(seed).run());
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aSeedGivesTheSameRunChangeByChange() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 3; seed++) {
            RandomRun one = new RandomRun(seed);
            RandomRun other = new RandomRun(seed);
            one.run();
            other.run();

            assertThat(one.log()).isNotEmpty().isEqualTo(other.log());
        }
    }
}
