package drydock.sim.controller.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndexesTest {

    @Test
    void runsOfIndexesAreWrittenShort() {
        assertThat(Indexes.NONE.with(List.of(0, 1, 2, 5, 7, 8))).hasToString("0-2,5,7,8");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(Indexes.parse("0-2,5,7,8", 8)).isEqualTo(Indexes.NONE.with(List.of(0, 1, 2, 5, 7)));
        assertThat(Indexes.parse(null, 8)).isEqualTo(Indexes.NONE);
    }
}
