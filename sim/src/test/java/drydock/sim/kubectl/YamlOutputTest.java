package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlOutputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8080",
                "true",
                "yes",
                "y",
                "N",
                "on",
                "1e3",
                "0755",
                "",
                "null",
                "~",
                "1.5",
                ".5",
                "0x1f",
                "-1",
                "10:30",
                "1_000",
                "2026-01-01",
                "2026-01-01T00:00:01Z",
                ".inf",
                "0",
                "+1",
                "0b11"
            })
    void whatWouldReadAsAnotherTypeStandsInDoubleQuotes(String text) {
        assertThat(YamlText.of(Map.of("a", text))).isEqualTo("a: \"" + text + "\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx:1.14",
                "10.0.0.101:5000/nginx",
                "a b",
                "v1",
                "1.2.3",
                "10m",
                "64Mi",
                "/bin/sh",
                "-c",
                "a:b",
                "a#b",
                "http://x/?a=b",
                "sha256:4f",
                "a'b",
                "100%",
                "25%",
                "tRue",
                "é 中文",
                "--flag",
                "1.14-alpine",
                "$(A)"
            })
    void whatReadsAsItselfStandsPlain(String text) {
        assertThat(YamlText.of(Map.of("a", text))).isEqualTo("a: " + text + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a: b|'a: b'",
                "a #b|'a #b'",
                "*|'*'",
                "{a}|'{a}'",
                "%x|'%x'",
                "end:|'end:'",
                "-|'-'",
                " a|' a'",
                "it's: so|'it''s: so'",
                "@every|'@every'",
                "---|'---'"
            })
    void whatYamlWouldTakeForItsOwnSignsStandsInSingleQuotes(String text, String written) {
        assertThat(YamlText.of(Map.of("a", text))).isEqualTo("a: " + written + "\n");
    }

    @Test
    void severalLinesStandInABlockThatSaysHowItEnds() {
        assertThat(YamlText.of(Map.of("a", "one\ntwo\n"))).isEqualTo("a: |\n  one\n  two\n");
        assertThat(YamlText.of(Map.of("a", "one\n\ntwo"))).isEqualTo("a: |-\n  one\n\n  two\n");
        assertThat(YamlText.of(Map.of("a", "one\n\n"))).isEqualTo("a: |+\n  one\n\n");
        assertThat(YamlText.of(Map.of("a", "  in\nout"))).isEqualTo("a: |2-\n    in\n  out\n");
        assertThat(YamlText.of(Map.of("a", "blank \nline"))).isEqualTo("a: \"blank \\nline\"\n");
    }

    @Test
    void whatCannotBePrintedIsEscaped() {
        assertThat(YamlText.of(Map.of("a", "tab\tbell\u0007 \u001b \ud83d\ude00")))
                .isEqualTo("a: \"tab\\tbell\\a \\e \\U0001F600\"\n");
    }

    @Test
    void longTextIsFoldedAtTheFirstBlankBehindColumnEighty() {
        String text = "word ".repeat(30).strip();

        assertThat(YamlText.of(Map.of("message", text)))
                .isEqualTo("message: " + "word ".repeat(15).strip() + "\n  "
                        + "word ".repeat(15).strip() + "\n");
    }

    @Test
    void listsAreNotIndentedUnderTheirKeyAndEmptyOnesStandOnItsLine() {
        Map<String, Object> container = new LinkedHashMap<>();
        container.put("name", "main");
        container.put("args", List.of("-c", "8080"));
        container.put("env", List.of());
        container.put("resources", Map.of());

        assertThat(YamlText.of(Map.of("containers", List.of(container)))).isEqualTo("""
            containers:
            - args:
              - -c
              - "8080"
              env: []
              name: main
              resources: {}
            """);
        assertThat(YamlText.of(List.of(List.of("a", "b"), List.of(1, true))))
                .isEqualTo("- - a\n  - b\n- - 1\n  - true\n");
    }

    @Test
    void keysAreInOrderNumbersByTheirValueAndQuotedAsValuesAre() {
        Map<String, Object> map = new LinkedHashMap<>();
        List.of("cpu10", "cpu9", "b", "a/c", "a", "ab", "a.b", "on", "1").forEach(key -> map.put(key, 0));

        assertThat(YamlText.of(map))
                .isEqualTo("\"1\": 0\na: 0\na.b: 0\na/c: 0\nab: 0\nb: 0\ncpu9: 0\ncpu10: 0\n\"on\": 0\n");
    }

    @Test
    void jsonIsIndentedByFourAndEscapesWhatBrowsersMightRun() {
        assertThat(JsonText.indented(Map.of("a", List.of("<b>&", 1), "e", Map.of(), "n", List.of())))
                .isEqualTo("""
                    {
                        "a": [
                            "\\u003cb\\u003e\\u0026",
                            1
                        ],
                        "e": {},
                        "n": []
                    }\
                    """);
    }

    @Test
    void anObjectIsPrintedAsTheServerHasIt() {
        try (CommandLine kubectl = CommandLine.start()) {
            kubectl.file("cm.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: cm, labels: {version: "1.10"}}
                data: {port: "8080", flag: "yes", text: "a\\nb\\n", empty: ""}
                """).run("create -f cm.yaml");

            assertThat(kubectl.out("get cm cm -o yaml")).startsWith("""
                apiVersion: v1
                data:
                  empty: ""
                  flag: "yes"
                  port: "8080"
                  text: |
                    a
                    b
                kind: ConfigMap
                metadata:
                  creationTimestamp: "2026-01-01T00:00:01Z"
                  labels:
                    version: "1.10"
                  name: cm
                  namespace: default
                """);
            assertThat(kubectl.out("get cm -o yaml"))
                    .startsWith("apiVersion: v1\nitems:\n- apiVersion: v1\n  data:\n")
                    .endsWith("kind: List\nmetadata:\n  resourceVersion: \"\"\n");
            assertThat(kubectl.out("get cm -l version -o custom-columns=N:.metadata.name,L:.metadata.labels"))
                    .isEqualTo("N     L\ncm    map[version:1.10]\n");
        }
    }
}
