package drydock.sim.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Running      | Running               | true
        Running      | Running now           | false
        1*           | 1 (3s ago)            | true
        *:80,*:80    | 10.0.0.1:80,10.0.0.2:80 | true
        *:80         | 10.0.0.1:80,10.0.0.2:80 | false
        a.c          | abc                   | false
        *            | ''                    | true
        """)
    void aStarIsAnythingWithoutAComma(String text, String cell, boolean matches) {
        assertThat(new Value.OneOf(List.of(text)).matches(cell)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "2, false", "12 (5s ago), true", "300m, true", "none, false", "'', false"})
    void aBoundLooksAtTheNumberThatACellBeginsWith(String cell, boolean atLeastThree) {
        assertThat(new Value.Bound(true, 3).matches(cell)).isEqualTo(atLeastThree);
    }
}
