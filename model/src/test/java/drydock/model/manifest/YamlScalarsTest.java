package drydock.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlScalarsTest {

    @Test
    void plainWordsAreWhatGoYamlTakesThemFor() {
        Map<String, Object> expected = Map.ofEntries(
                Map.entry("y", true),
                Map.entry("N", false),
                Map.entry("yes", true),
                Map.entry("on", true),
                Map.entry("Off", false),
                Map.entry("yEs", "yEs"),
                Map.entry("true", true),
                Map.entry("truely", "truely"),
                Map.entry(".inf", Double.POSITIVE_INFINITY),
                Map.entry("-.INF", Double.NEGATIVE_INFINITY),
                Map.entry("<<", "<<"),
                Map.entry("nginx:1.25", "nginx:1.25"));

        expected.forEach(
                (text, value) -> assertThat(YamlScalars.resolve(text)).as(text).isEqualTo(value));
        assertThat(YamlScalars.resolve("~")).isNull();
        assertThat(YamlScalars.resolve("Null")).isNull();
        assertThat(YamlScalars.resolve("")).isNull();
    }

    @Test
    void numbersAreWhatTheApiServerReadsFromTheirJson() {
        Map<String, Object> expected = Map.ofEntries(
                Map.entry("0", 0),
                Map.entry("-0", 0),
                Map.entry("+12", 12),
                Map.entry("0755", 493),
                Map.entry("0o17", 15),
                Map.entry("0b101", 5),
                Map.entry("-0x1F", -31),
                Map.entry("08", 8),
                Map.entry("1_000", 1000),
                Map.entry("1e3", 1000),
                Map.entry("1.0", 1),
                Map.entry("1.10", 1.1),
                Map.entry(".5", 0.5),
                Map.entry("1.", 1),
                Map.entry("-1.5e-3", -0.0015),
                Map.entry("2147483648", 2147483648L),
                Map.entry("9223372036854775808", 0x1p63),
                Map.entry("0xFFFFFFFFFFFFFFFF", 0x1p64),
                Map.entry("1e30", 1e30));

        expected.forEach(
                (text, value) -> assertThat(YamlScalars.resolve(text)).as(text).isEqualTo(value));
    }

    @Test
    void whatOnlyLooksLikeANumberStaysAString() {
        for (String text : new String[] {
            "-",
            "+",
            ".",
            "0x",
            "0xg",
            "0b2",
            "_1",
            "1.2.3",
            "1e400",
            "100m",
            "1Gi",
            "2024-01-01",
            "12:30:00",
            "2024-01-01T10:00:00Z",
            "1-2",
            "0o8",
            "--1",
            "+-1",
            "e3",
            "١"
        }) {
            assertThat(YamlScalars.resolve(text)).as(text).isEqualTo(text);
        }
        assertThat(YamlScalars.resolve("1_")).isEqualTo(1);
        assertThat(YamlScalars.resolve("0_")).isEqualTo(0);
    }
}
