package drydock.model.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BadTextTest {

    private static TextProblem problem(String text) {
        ManifestFile file =
                ManifestFile.parse("a.yaml", text + "\n---\nkind: Pod\napiVersion: v1\nmetadata: {name: p}\n");
        assertThat(file.documents().getLast().object()).isPresent();
        return file.problems().getFirst();
    }

    private static void assertPlace(TextProblem problem, String rule, int line, int column) {
        assertThat(problem.rule()).isEqualTo(rule);
        assertThat(problem.span().line() + ":" + problem.span().column()).isEqualTo(line + ":" + column);
        assertThat(problem.message(Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void syntaxErrorsHaveTheirPlace() {
        assertPlace(problem("a: b: c"), "yaml-syntax", 1, 5);
        assertPlace(problem("a:\n  b: 1\n c: 2"), "yaml-syntax", 3, 2);
        assertPlace(problem("a: 'open\nb: 1"), "yaml-syntax", 1, 4);
        assertPlace(problem("a: [1, 2"), "yaml-syntax", 2, 1);
        assertPlace(problem("{\"a\":1}{\"b\":2}"), "yaml-syntax", 1, 8);
        assertPlace(problem("a: *none"), "yaml-alias", 1, 4);
        assertPlace(problem("a: &a [*a]"), "yaml-alias", 1, 8);
        assertPlace(problem("a: .nan"), "yaml-number", 1, 4);
        assertPlace(problem("a: !!int x"), "yaml-tag", 1, 10);
        assertPlace(problem("? [a]\n: b"), "yaml-key", 1, 3);
        assertPlace(problem("<<: 1"), "yaml-merge", 1, 5);
    }

    @Test
    void aDuplicateKeyIsNamedWithBothPlaces() {
        TextProblem problem = problem("a: 1\nb: 2\na: 3");

        assertPlace(problem, "yaml-duplicate-key", 3, 1);
        assertThat(problem.message(Locale.ENGLISH)).contains("line 1");
    }

    @Test
    void anEscapedApostropheIsOneAsGoReadsIt() {
        assertThat(value("a: \"it\\'s\"\n")).isEqualTo("it's");
        assertThat(value("a: \"it\\'s\"\t# not simple\n")).isEqualTo("it's");
        assertThat(value("a: \"x\\\\it\\'s \\\"\\'\\\"\\e\"\n")).isEqualTo("x\\it's \"'\"\u001B");
        assertThat(value("a: \"\\'it\\'s\n  all\"\nb: \"\\'\"\n")).isEqualTo("'it's all");
        assertThat(value("a: '\\'''\n")).isEqualTo("\\'");
        assertPlace(problem("a: \"it\\'s \\z\""), "yaml-syntax", 1, 12);
    }

    private static Object value(String text) {
        ManifestFile file = ManifestFile.parse("a.yaml", text);
        assertThat(file.problems()).extracting(TextProblem::rule).doesNotContain("yaml-syntax");
        return file.documents().getFirst().value(FieldPath.of("a")).orElseThrow();
    }

    @Test
    void aTemplateIsToldOnceAtItsFirstMark() {
        assertPlace(problem("a: {{ .Values.a }}\nb: {{ .Values.b }}"), "manifest-template", 1, 4);
        assertPlace(problem("a: 1\n{{- if .Values.b }}\nb: 2\n{{- end }}"), "manifest-template", 2, 1);
        assertPlace(problem("a: 1\n{{ toYaml . }}\n\nb: 2"), "manifest-template", 2, 1);
        assertPlace(problem("a: '{{ fine }}'\n\nb: 2\n\nc: d: e"), "yaml-syntax", 5, 5);
        assertThat(ManifestFile.parse("a.yaml", "a: '{{ fine }}'\nb: |\n  {{ fine }}\n")
                        .problems())
                .extracting(TextProblem::rule)
                .doesNotContain("manifest-template");
    }

    @Test
    void aTabThatIndentsIsToldAndOthersArePassed() {
        assertPlace(problem("a:\n\tb: 1"), "yaml-tab", 2, 1);
        assertPlace(problem("a:\n  b: 1\n\tc: 1"), "yaml-tab", 3, 1);
        assertThat(ManifestFile.parse("a.json", "{\n\t\"a\":\t[1,\t2\t],\n\t\"b\": \"x\\ty\"\t}\t\n")
                        .documents()
                        .getFirst()
                        .root())
                .isPresent();
    }

    @Test
    void aTabBetweenAKeyAndItsValueIsWhiteSpace() {
        ManifestDocument document =
                ManifestFile.parse("a.yaml", "a:\tb\nc: 'd'\t# e\n").documents().getFirst();

        assertThat(document.value(FieldPath.of("a"))).contains("b");
        assertThat(document.value(FieldPath.of("c"))).contains("d");
        assertPlace(problem("f:\n-\tg"), "yaml-tab", 2, 2);
    }

    @Test
    void charactersThatYamlDoesNotAllowAreNamed() {
        assertPlace(problem("a: 1\nb: x\0y"), "yaml-character", 2, 5);
        assertThat(problem("a: \u0007").message(Locale.ENGLISH)).contains("U+0007");
    }

    @Test
    void aBombOfAliasesIsStopped() {
        StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }

        assertThat(problem(text.toString()).rule()).isEqualTo("yaml-alias-bomb");
    }

    @Test
    void aChainOfAliasesIsNoDeepNest() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 2000; i++) {
            text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }

        assertThat(problem(text.toString()).rule()).isIn("yaml-too-deep", "yaml-alias-bomb");
    }

    @Test
    void aNestOfAHundredThousandIsStopped() {
        assertPlace(problem("[".repeat(100_000)), "yaml-too-deep", 1, 501);
        assertThat(problem("- ".repeat(100_000) + "a").rule()).isEqualTo("yaml-too-deep");
        assertThat(problem("{a: ".repeat(100_000)).rule()).isEqualTo("yaml-too-deep");
        assertThat(problem("? ".repeat(100_000)).rule()).isEqualTo("yaml-too-deep");
        assertThat(problem("a: !t &b ".repeat(100_000)).rule()).startsWith("yaml-");
    }

    @Test
    void aFileThatIsTooLongIsKeptButNotRead() {
        byte[] bytes = "a: 1\n".repeat(10_500_000).getBytes(UTF_8);

        ManifestFile file = ManifestFile.read("a.yaml", bytes);

        assertThat(file.problems()).singleElement().satisfies(p -> assertPlace(p, "file-too-large", 1, 1));
        assertThat(file.documents()).isEmpty();
        assertThat(file.bytes()).isEqualTo(bytes);
    }

    @Test
    void aFileWithoutAnObjectSaysSo() {
        assertPlace(ManifestFile.parse("a.yaml", "").problems().getFirst(), "file-empty", 1, 1);
        assertPlace(ManifestFile.parse("a.yaml", "# only\n---\n").problems().getFirst(), "file-empty", 1, 1);
        assertPlace(problem("just text"), "manifest-not-object", 1, 1);
        assertPlace(problem("kind: Pod"), "manifest-kind", 1, 1);
    }

    @Test
    void whatIsWrongIsSaidInBothLanguages() {
        for (String bad : List.of(
                "a: b: c",
                "a:\n  b: 1\n c: 2",
                "a: 'open",
                "a: [1, 2",
                "{a: 1",
                "a: *none",
                "a: @b",
                "a: \"\\q\"",
                "a: !b!c d",
                "a: |x\n  text",
                "a: &  b",
                "%YAML 1.1 x\n---\na: 1",
                "a\nb: 1",
                "a: - b",
                "\ta: 1",
                "a: 1\na: 2",
                "? [a]\n: 1")) {
            TextProblem problem = ManifestFile.parse("a.yaml", bad).problems().getFirst();

            assertThat(problem.message(Locale.ENGLISH)).as(bad).doesNotContain("Not readable");
            assertThat(problem.message(Locale.SIMPLIFIED_CHINESE))
                    .as(bad)
                    .matches("(?s).*\\p{IsHan}.*")
                    .doesNotContain("无法读取");
        }
    }
}
