package drydock.sim.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FewTest {

    @Test
    void aMapGrowsInTheOrderOfItsKeys() {
        Map<String, Integer> map = Map.of();
        map = Few.with(map, "web", 1);
        map = Few.with(map, "db", 2);
        map = Few.with(map, "cache", 3);

        assertThat(map).containsExactly(Map.entry("cache", 3), Map.entry("db", 2), Map.entry("web", 1));
    }

    @Test
    void aValueTakesThePlaceOfTheOneAtItsKey() {
        Map<String, Integer> one = Few.with(Map.of("web", 1), "web", 2);
        Map<String, Integer> two = Few.with(Few.with(one, "db", 3), "db", 4);

        assertThat(one).isEqualTo(Map.of("web", 2));
        assertThat(two).isEqualTo(Map.of("web", 2, "db", 4));
    }

    @Test
    void whatIsTakenAwayIsGoneAndWhatIsNotThereIsNotMissed() {
        Map<String, Integer> two = Few.with(Map.of("web", 1), "db", 2);

        assertThat(Few.without(Map.of("web", 1), "db")).isEqualTo(Map.of("web", 1));
        assertThat(Few.without(Map.of("web", 1), "web")).isEmpty();
        assertThat(Few.without(two, "web")).isEqualTo(Map.of("db", 2));
        assertThat(Few.without(Map.<String, Integer>of(), "web")).isEmpty();
    }
}
