package drydock.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldEditsTest {

    private static String set(String text, String field, @Nullable Object value) {
        ManifestFile file = ManifestFile.parse("a.yaml", text);
        return file.setting(0, FieldPath.parse(field), value).applyTo(text);
    }

    private static String remove(String text, String field) {
        ManifestFile file = ManifestFile.parse("a.yaml", text);
        return file.removing(0, FieldPath.parse(field)).applyTo(text);
    }

    private static String insert(String text, String list, int position, @Nullable Object value) {
        ManifestFile file = ManifestFile.parse("a.yaml", text);
        return file.inserting(0, FieldPath.parse(list), position, value).applyTo(text);
    }

    @Test
    void anEntryWithAQuestionMarkGoesWithItsQuestionMark() {
        assertThat(remove("data:\n  ? key\n  : value\n  8080: port\n", "data.key"))
                .isEqualTo("data:\n  8080: port\n");
        assertThat(remove("data:\n  a: b\n  ? key\n  : value\n", "data.a")).isEqualTo("data:\n  ? key\n  : value\n");
    }

    @Test
    void aScalarChangesAloneAndItsCommentStays() {
        assertThat(set("a: 1 # one\nb: 2\n", "a", 3)).isEqualTo("a: 3 # one\nb: 2\n");
        assertThat(set("a: 'x'\n", "a", "it's")).isEqualTo("a: 'it''s'\n");
        assertThat(set("a: \"x\"\n", "a", "y z")).isEqualTo("a: \"y z\"\n");
        assertThat(set("a: \"8080\"\n", "a", 8080)).isEqualTo("a: 8080\n");
        assertThat(set("a:   # later\nb: 1", "a", "x")).isEqualTo("a: x   # later\nb: 1");
        assertThat(set("a: x\n  y\n\n  z # c\nb: 1\n", "a", "w")).isEqualTo("a: w # c\nb: 1\n");
        assertThat(set("a: 1\r\nb: 2\r\n", "b", 3)).isEqualTo("a: 1\r\nb: 3\r\n");
        assertThat(set("a: 1", "a", 1)).isEqualTo("a: 1");
        assertThat(set("a: 0x10", "a", 16)).isEqualTo("a: 0x10");
        assertThat(set("a: !!str 1", "a", 2)).isEqualTo("a: 2");
    }

    @Test
    void whatComesForAnEmptyStringIsWrittenAsItsNeighboursAre() {
        assertThat(set("a: \"\"\n", "a", "x")).isEqualTo("a: x\n");
        assertThat(set("a: ''\nb: one\n", "a", "8080")).isEqualTo("a: '8080'\nb: one\n");
        assertThat(set("a: \"\"\nb: 'one'\n", "a", "x")).isEqualTo("a: 'x'\nb: 'one'\n");
        assertThat(set("- \"\"\n- \"y\"\n", "[0]", "x")).isEqualTo("- x\n- \"y\"\n");
        assertThat(set("{\"a\": \"\"}", "a", "x")).isEqualTo("{\"a\": \"x\"}");
        String renamed = ManifestFile.parse("a.yaml", "a:\n  \"\": x\n")
                .renaming(0, FieldPath.parse("a[]"), "app")
                .applyTo("a:\n  \"\": x\n");
        assertThat(renamed).isEqualTo("a:\n  app: x\n");
    }

    @Test
    void stringsAreQuotedOnlyWhereTheirTypeNeedsIt() {
        for (String text : List.of(
                "8080",
                "true",
                "y",
                "1e3",
                "null",
                "",
                " lead",
                "trail ",
                "a: b",
                "a #b",
                "~",
                "- x",
                "*a",
                "&a",
                "!t",
                "@x",
                "`x",
                "%x",
                "{x",
                "[x",
                "0755",
                "1_000",
                ".5",
                "2024-01-01",
                "1:30",
                "<<",
                "tab\there",
                "a:",
                "#x",
                "?",
                "? x",
                ": x",
                "---",
                "...",
                "\u0007",
                "\u0085",
                "\uFEFFx",
                "|",
                ">",
                "'",
                "\"",
                "-",
                "No")) {
            assertThat(set("a: b\n", "a", text)).as(text).matches("(?s)a: [\"'].*\n");
        }
        for (String text : List.of(
                "nginx:1.25",
                "a b",
                "-x",
                "--port=80",
                "http://x/y?z#q",
                "ünï😀",
                "100m",
                "a,b",
                "x[0]",
                "it's",
                "10.0.0.1",
                "a\\b",
                "yEs",
                "v1",
                "/bin/sh")) {
            assertThat(set("a: b\n", "a", text)).isEqualTo("a: " + text + "\n");
        }
        assertThat(set("a: {b: c}\n", "a.b", "x,y")).isEqualTo("a: {b: \"x,y\"}\n");
        assertThat(set("x: 'q'\na: b\n", "a", "true")).isEqualTo("x: 'q'\na: 'true'\n");
    }

    @Test
    void textOfSeveralLinesIsWrittenAsABlock() {
        assertThat(set("a:\n    b: x # c\nd: 1\n", "a.b", "one\n\n two\n"))
                .isEqualTo("a:\n    b: | # c\n        one\n\n         two\nd: 1\n");
    }

    @Test
    void aBlockScalarIsReplacedWhole() {
        String text = "a: |  # why\n  one\n  two\n\nb: 1\n";

        assertThat(set(text, "a", "x\ny")).isEqualTo("a: |-  # why\n  x\n  y\n\nb: 1\n");
        assertThat(set(text, "a", "x")).isEqualTo("a: x  # why\n\nb: 1\n");
        assertThat(set("a: >+\n  one\n\n\nb: 1\n", "a", "x")).isEqualTo("a: x\n\n\nb: 1\n");
        assertThat(set("- |\n x\n- 2\n", "[0]", "p\nq\n")).isEqualTo("- |\n  p\n  q\n- 2\n");
        assertThat(set("a: b", "a", " lead\nx")).isEqualTo("a: \" lead\\nx\"");
    }

    @Test
    void missingParentsAreMadeInTheStyleOfTheDocument() {
        String text = "metadata:\n    name: x # c\nspec:\n    ports:\n      - port: 80 # http\n";

        assertThat(set(text, "metadata.labels.app", "web"))
                .isEqualTo(text.replace("# c\n", "# c\n    labels:\n        app: web\n"));
        assertThat(set(text, "spec.ports[1].port", 81)).isEqualTo(text + "      - port: 81\n");
        assertThat(set(text, "spec.args", List.of("a", "b"))).isEqualTo(text + "    args:\n      - a\n      - b\n");
        assertThat(set("a: 1", "b.c", 2)).isEqualTo("a: 1\nb:\n  c: 2");
        assertThat(set("a: 1\nspec:\n", "spec.x", 2)).isEqualTo("a: 1\nspec:\n  x: 2\n");
        assertThat(set("a: {} # c\n", "a.x.k", 2)).isEqualTo("a: # c\n  x:\n    k: 2\n");
        assertThat(set("a: []\n", "a[0].k", 2)).isEqualTo("a:\n- k: 2\n");
        assertThat(set("a:\r\n- x\r\n", "a[1].b", List.of(1))).isEqualTo("a:\r\n- x\r\n- b:\r\n  - 1\r\n");
    }

    @Test
    void bracketsStayBrackets() {
        assertThat(set("s: {app: web}\n", "s.tier", "db")).isEqualTo("s: {app: web, tier: db}\n");
        assertThat(set("s: { app: web }\n", "s", Map.of("x", List.of(1, "y")))).isEqualTo("s: {x: [1, \"y\"]}\n");
        assertThat(set("s: [\"a\"]\n", "s[1]", "b")).isEqualTo("s: [\"a\", \"b\"]\n");
        assertThat(set("{\n  \"a\": 1,\n  \"b\": {}\n}\n", "b.c", "x"))
                .isEqualTo("{\n  \"a\": 1,\n  \"b\": {\"c\": \"x\"}\n}\n");
        assertThat(set("{\n  \"a\": 1\n}\n", "c", true)).isEqualTo("{\n  \"a\": 1,\n  \"c\": true\n}\n");
        assertThat(set("{\n\t\"a\":\t1\n}\n", "c", null)).isEqualTo("{\n\t\"a\":\t1,\n\t\"c\": null\n}\n");
        assertThat(set("a: {b, c: }\n", "a.b", 1)).isEqualTo("a: {b: 1, c: }\n");
        assertThat(remove("a: {b: 1, c: 2, d: 3} # c\n", "a.c")).isEqualTo("a: {b: 1, d: 3} # c\n");
        assertThat(remove("a: {b: 1, c: 2}\n", "a.c")).isEqualTo("a: {b: 1}\n");
        assertThat(remove("a: [1, 2, 3]\n", "a[0]")).isEqualTo("a: [2, 3]\n");
        assertThat(remove("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "b")).isEqualTo("{\n  \"a\": 1\n}\n");
        assertThat(insert("a: [1, 3]\n", "a", 1, 2)).isEqualTo("a: [1, 2, 3]\n");
        assertThat(insert("a: [1, 3]\n", "a", 0, 0)).isEqualTo("a: [0, 1, 3]\n");
    }

    @Test
    void collectionsAndScalarsTakeEachOthersPlace() {
        assertThat(set("a: # why\n  b: 1\n  c: 2\nd: 3\n", "a", "x")).isEqualTo("a: x # why\nd: 3\n");
        assertThat(set("a: # why\n- 1\n- 2\nd: 3\n", "a", Map.of("k", 1))).isEqualTo("a: # why\n  k: 1\nd: 3\n");
        assertThat(set("a: 1\nd: 3\n", "a", List.of(1, 2))).isEqualTo("a:\n- 1\n- 2\nd: 3\n");
        assertThat(set("- a: 1\n  b: 2\n- c\n", "[0]", "x")).isEqualTo("- x\n- c\n");
        assertThat(set("- c # n\n- d\n", "[0]", Map.of("k", List.of(1)))).isEqualTo("- k: # n\n  - 1\n- d\n");
        assertThat(set("---\na: 1\n", "", Map.of("b", 2))).isEqualTo("---\nb: 2\n");
        assertThat(set("a: 1\n", "a", Map.of())).isEqualTo("a: {}\n");
    }

    @Test
    void aFieldGoesWithItsLinesAndItsCommentOnly() {
        String text = "# top\na: 1 # one\n# two\nb:\n  c: 1\n  d: |\n    x\n\n# end\ne: 5\n";

        assertThat(remove(text, "a")).isEqualTo(text.replace("a: 1 # one\n", ""));
        assertThat(remove(text, "b")).isEqualTo("# top\na: 1 # one\n# two\n\n# end\ne: 5\n");
        assertThat(remove(text, "b.d")).isEqualTo(text.replace("  d: |\n    x\n", ""));
        assertThat(remove("a: 1\nb: 2", "b")).isEqualTo("a: 1\n");
        assertThat(remove("a:\n  b: 1 # c\nd: 1\n", "a.b")).isEqualTo("a: {}\nd: 1\n");
        assertThat(remove("a:\n- x # c\n", "a[0]")).isEqualTo("a: []\n");
        assertThat(remove("- a: 1\n  b: 2\n", "[0].a")).isEqualTo("- b: 2\n");
        assertThat(remove("- - 1\n  - 2\n", "[0][0]")).isEqualTo("- - 2\n");
        assertThat(remove("a:\n- 1\n# c\n- 2 # two\n- 3\n", "a[1]")).isEqualTo("a:\n- 1\n# c\n- 3\n");
        assertThatThrownBy(() -> remove("a: 1\n", "b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itemsAreInsertedWhereTheyAreAskedFor() {
        assertThat(insert("a:\n- 1 # one\n- 3\n", "a", 1, 2)).isEqualTo("a:\n- 1 # one\n- 2\n- 3\n");
        assertThat(insert("a:\n  - 1\n", "a", 0, Map.of("x", 0))).isEqualTo("a:\n  - x: 0\n  - 1\n");
        assertThat(insert("a:\n  - 1\nb: 1\n", "a", 1, Arrays.asList(1, null)))
                .isEqualTo("a:\n  - 1\n  - - 1\n    - null\nb: 1\n");
        assertThat(insert("b: 1\n", "a", 0, "x")).isEqualTo("b: 1\na:\n- x\n");
        assertThat(insert("- - 1\n", "[0]", 0, 0)).isEqualTo("- - 0\n  - 1\n");
    }

    @Test
    void aKeyIsRenamedInPlace() {
        String text = "a: 1 # c\n\"b\": {x: 1}\n";
        ManifestFile file = ManifestFile.parse("a.yaml", text);

        assertThat(file.renaming(0, FieldPath.of("a"), "true").applyTo(text))
                .isEqualTo("\"true\": 1 # c\n\"b\": {x: 1}\n");
        assertThat(file.renaming(0, FieldPath.of("b"), "c").applyTo(text)).isEqualTo("a: 1 # c\n\"c\": {x: 1}\n");
        assertThatThrownBy(() -> file.renaming(0, FieldPath.of("a"), "b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatComesThroughAnAliasOrAMergeIsWrittenAtItsOwnPlace() {
        String text = "base: &b\n  x: 1\n  yy: {z: 2}\nuse: *b\nmore:\n  <<: *b\n  w: 0\n";

        assertThat(set(text, "use.x", 5)).isEqualTo(text.replace("use: *b\n", "use:\n  x: 5\n  yy:\n    z: 2\n"));
        assertThat(set(text, "use", 5)).isEqualTo(text.replace("use: *b\n", "use: 5\n"));
        assertThat(set(text, "more.x", 5)).isEqualTo(text + "  x: 5\n");
        assertThat(set(text, "more.yy.k", 5)).isEqualTo(text + "  yy:\n    z: 2\n    k: 5\n");
        assertThat(remove(text, "use.yy")).isEqualTo(text.replace("use: *b\n", "use:\n  x: 1\n"));
        assertThat(set(text, "base.x", 5)).isEqualTo(text.replace("x: 1", "x: 5"));
        assertThat(set("a: &a 1\nb: *a\n", "a", List.of(2))).isEqualTo("a: &a\n- 2\nb: *a\n");
        assertThatThrownBy(() -> remove(text, "more.x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> remove(text, "base")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheDocumentThatIsMeantChanges() {
        String text = "a: 1\n---\n# é😀\na: 2\n---\na: [\n";
        ManifestFile file = ManifestFile.parse("a.yaml", text);

        assertThat(file.setting(1, FieldPath.of("a"), 3).applyTo(text)).isEqualTo(text.replace("a: 2", "a: 3"));
        assertThatThrownBy(() -> file.setting(2, FieldPath.of("a"), 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void documentsAreAddedAndTakenAwayWithTheirSeparators() {
        assertThat(append("a: 1", "b: 2")).isEqualTo("a: 1\n---\nb: 2\n");
        assertThat(append("a: 1\r\n", "b: 2\n")).isEqualTo("a: 1\r\n---\r\nb: 2\r\n");
        assertThat(append("", "b: 2")).isEqualTo("b: 2\n");
        assertThat(append("a: 1\n---\n", "b: 2")).isEqualTo("a: 1\n---\nb: 2\n");
        assertThat(append("a: 1\n", "# c\n---\nb: 2")).isEqualTo("a: 1\n# c\n---\nb: 2\n");
        assertThat(without("a: 1\n---\nb: 2\n---\nc: 3\n", 0)).isEqualTo("b: 2\n---\nc: 3\n");
        assertThat(without("a: 1\n---\nb: 2\n---\nc: 3\n", 1)).isEqualTo("a: 1\n---\nc: 3\n");
        assertThat(without("a: 1\n---\nb: 2\n---\nc: 3\n", 2)).isEqualTo("a: 1\n---\nb: 2\n");
        assertThat(without("# top\n---\na: 1\n---\nb: 2\n", 0)).isEqualTo("b: 2\n");
        assertThat(without("---\na: 1\n---\nb: 2\n", 0)).isEqualTo("---\nb: 2\n");
        assertThat(without("a: 1\n", 0)).isEmpty();
    }

    private static String append(String text, String yaml) {
        return ManifestFile.parse("a.yaml", text).appending(yaml).applyTo(text);
    }

    private static String without(String text, int document) {
        return ManifestFile.parse("a.yaml", text).removing(document).applyTo(text);
    }
}
