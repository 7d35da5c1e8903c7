package drydock.sim.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NewPartsTest {

    private final String a = new String("part");
    private final String b = new String("part");
    private final String c = new String("part");

    @Test
    void whatIsTheSameObjectIsKnown() {
        assertThat(NewParts.of(List.of(a, b), List.of(a, b))).isEmpty();
        assertThat(NewParts.of(List.of(a, b, c), List.of(a, c))).isEmpty();
    }

    @Test
    void anEqualOneThatIsAnotherObjectIsNew() {
        List<String> news = NewParts.of(List.of(a, b), List.of(a, c, b));

        assertThat(news).hasSize(1);
        assertThat(news.getFirst()).isSameAs(c);
    }

    @Test
    void withNothingBeforeAllIsNew() {
        assertThat(NewParts.of(List.of(), List.of(a, b))).hasSize(2);
    }

    @Property
    void whateverIsNotThereBeforeIsNew(@ForAll("lists") List<Integer> before, @ForAll("lists") List<Integer> now) {
        List<Integer> news = NewParts.of(before, now);

        assertThat(news)
                .containsAll(now.stream().filter(n -> !before.contains(n)).toList());
        assertThat(now).containsAll(news);
    }

    /// Small numbers, which are the same objects wherever they are equal.
    @Provide
    static Arbitrary<List<Integer>> lists() {
        return Arbitraries.integers().between(0, 12).list().ofMaxSize(8);
    }
}
