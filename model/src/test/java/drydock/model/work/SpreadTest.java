package drydock.model.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void whatIsDoneBesideManyPiecesIsOneOfThem() {
        List<Integer> counts = new ArrayList<>();
        List<String> done = new ArrayList<>();
        Spread spread = (count, work) -> {
            counts.add(count);
            Spread.IN_TURN.each(count, work);
        };

        spread.each(() -> done.add("beside"), 3, i -> done.add("piece " + i));

        assertThat(counts).containsExactly(4);
        assertThat(done).containsExactlyInAnyOrder("beside", "piece 0", "piece 1", "piece 2");
    }
}
