package drydock.sim.kubectl.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("rule 13: an age has at most two units, and one where the second says little")
    @CsvSource({
        "PT0S, 0s",
        "PT119.9S, 119s",
        "PT2M, 2m",
        "PT2M5S, 2m5s",
        "PT9M59S, 9m59s",
        "PT10M1S, 10m",
        "PT2H59M59S, 179m",
        "PT3H, 3h",
        "PT3H5M, 3h5m",
        "PT7H59M, 7h59m",
        "PT8H1M, 8h",
        "PT47H59M, 47h",
        "PT48H, 2d",
        "PT49H, 2d1h",
        "P7DT23H, 7d23h",
        "P8DT1H, 8d",
        "P729D, 729d",
        "P730D, 2y",
        "P740D, 2y10d",
        "P2920D, 8y",
    })
    void ages(Duration age, String text) {
        assertThat(Ages.text(age)).isEqualTo(text);
    }
}
