package drydock.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// Holds every edit of fields, on real and ugly files, to what it promises: the field reads back as wanted, every other
/// value is as before, and no character outside of the edit changed.
class EditPropertyTest {

    /// The readable documents of all files.
    private static final List<ManifestDocumentOf> DOCUMENTS = Stream.of(
                    ManifestSamples.UGLY,
                    ManifestSamples.PROJECTS,
                    ManifestSamples.ORACLE.resolveSibling("article"),
                    ManifestSamples.ORACLE.resolve("scenarios"))
            .flatMap(folder -> ManifestSamples.in(folder).stream())
            .filter(ManifestFile::isUtf8)
            .flatMap(file -> file.documents().stream()
                    .filter(d -> d.root().isPresent())
                    .map(d -> new ManifestDocumentOf(file, d.index())))
            .toList();

    record ManifestDocumentOf(ManifestFile file, int index) {
        Object root() {
            return Objects.requireNonNull(
                    file.documents().get(index).value(FieldPath.ROOT).orElse(""));
        }

        boolean hasAnchors() {
            return file.documents().get(index).content().text.matches("(?s).*[&*][a-z].*");
        }

        boolean hasDuplicates() {
            return file.documents().get(index).problems().stream()
                    .anyMatch(p -> p.rule().equals("yaml-duplicate-key"));
        }
    }

    @Property(tries = 3000)
    void aFieldThatIsSetReadsBackAndAllElseStays(
            @ForAll("documents") ManifestDocumentOf document, @ForAll int pick, @ForAll("values") Object value) {
        List<FieldPath> paths = new ArrayList<>();
        collect(document.root(), FieldPath.ROOT, paths);
        FieldPath field = paths.get(Math.floorMod(pick, paths.size()));
        Object wanted = value.equals("NULL") ? null : value;

        check(document, field, wanted, Values.with(document.root(), field.steps(), wanted), false);
    }

    @Property(tries = 3000)
    void aFieldThatIsRemovedIsGoneAndAllElseStays(@ForAll("documents") ManifestDocumentOf document, @ForAll int pick) {
        List<FieldPath> paths = new ArrayList<>();
        collect(document.root(), FieldPath.ROOT, paths);
        List<FieldPath> there = paths.stream()
                .filter(p -> !p.isRoot())
                .filter(p -> document.file()
                        .documents()
                        .get(document.index())
                        .node(p)
                        .isPresent())
                .toList();
        if (there.isEmpty()) {
            return;
        }
        FieldPath field = there.get(Math.floorMod(pick, there.size()));

        check(document, field, null, Values.without(document.root(), field.steps()), true);
    }

    private static void check(
            ManifestDocumentOf document,
            FieldPath field,
            @Nullable Object wanted,
            @Nullable Object expected,
            boolean removing) {
        ManifestFile file = document.file();
        TextEdit edit;
        try {
            edit = removing ? file.removing(document.index(), field) : file.setting(document.index(), field, wanted);
        } catch (IllegalArgumentException e) {
            assertThat(document.hasAnchors() || document.hasDuplicates())
                    .as(() -> field + " of " + file.path() + ": " + e.getMessage() + ", " + wanted)
                    .isTrue();
            return;
        }
        ManifestFile after = file.withEdit(edit);
        String place = field + " of " + file.path() + ": " + edit;
        assertThat(after.documents()).as(place).hasSameSizeAs(file.documents());
        if (!document.hasAnchors()) {
            assertThat(after.documents().get(document.index()).value(FieldPath.ROOT))
                    .as(place)
                    .isEqualTo(Optional.ofNullable(expected));
        } else if (!removing) {
            assertThat(after.documents().get(document.index()).value(field))
                    .as(place)
                    .isEqualTo(Optional.ofNullable(wanted));
        }
        for (int i = 0; i < file.documents().size(); i++) {
            if (i != document.index()) {
                assertThat(after.documents().get(i).value(FieldPath.ROOT))
                        .isEqualTo(file.documents().get(i).value(FieldPath.ROOT));
            }
        }
        assertThat(after.text()).isEqualTo(edit.applyTo(file.text()));
    }

    /// Every field, a new one in every mapping, and one behind the last item of every list.
    private static void collect(Object value, FieldPath path, List<FieldPath> paths) {
        paths.add(path);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> collect(inner == null ? "" : inner, path.key((String) key), paths));
            paths.add(path.key("new").key("a/b"));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                Object inner = list.get(i);
                collect(inner == null ? "" : inner, path.index(i), paths);
            }
            paths.add(path.index(list.size()));
        }
    }

    @Provide
    Arbitrary<ManifestDocumentOf> documents() {
        return Arbitraries.of(DOCUMENTS);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                texts().map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.of(1.5, 1e-7, 12345678901L).map(Object.class::cast));
        Arbitrary<Object> lists =
                scalars.list().ofMaxSize(3).map(ArrayList<Object>::new).map(Object.class::cast);
        Arbitrary<Object> maps = Arbitraries.maps(texts(), Arbitraries.oneOf(scalars, lists))
                .ofMaxSize(3)
                .map(LinkedHashMap<String, Object>::new)
                .map(Object.class::cast);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, scalars),
                net.jqwik.api.Tuple.of(1, Arbitraries.just("NULL")),
                net.jqwik.api.Tuple.of(2, lists),
                net.jqwik.api.Tuple.of(2, maps));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "y",
                        "no",
                        "8080",
                        "0755",
                        "1e3",
                        "~",
                        "",
                        " x",
                        "x ",
                        "a: b",
                        "a #b",
                        "-",
                        "- x",
                        "*a",
                        "&a",
                        "!x",
                        "a\nb",
                        "a\nb\n",
                        "\n",
                        " a\nb",
                        "a\n\n",
                        "a\n  b\n\nc",
                        "a\r\nb",
                        "a\n \nb",
                        "#x",
                        "a\n# b",
                        "it's",
                        "say \"hi\"",
                        "\\n",
                        "ü",
                        "😀",
                        "\u0085",
                        "\u2028",
                        "\uFEFF",
                        "\u0000",
                        "\t",
                        "a\tb",
                        "a\n\tb",
                        "{a}",
                        "[a]",
                        "a,b",
                        "?",
                        "a:",
                        ":a",
                        "---",
                        "...",
                        "--- a",
                        "a\n---\nb",
                        "%a",
                        "@a",
                        "`a",
                        "nginx:1.25",
                        "2024-01-01",
                        "<<",
                        "=",
                        "null",
                        "x".repeat(200)),
                Arbitraries.strings()
                        .withChars(" \n\t:#-'\"ab{}[],&*!|>%@`?0.e\\")
                        .ofMaxLength(8));
    }
}
