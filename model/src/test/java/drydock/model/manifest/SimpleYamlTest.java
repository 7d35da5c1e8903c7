package drydock.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.DocumentSplit.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// That the quick reader says the same as the one that reads everything, or nothing.
class SimpleYamlTest {

    private static final Path BROKEN = Path.of("src/test/resources/drydock/model/validation");
    private static final int MUTATIONS = Integer.getInteger("drydock.mutations", 40);

    /// What a manifest may become by a few keys, some of it far from simple.
    private static final List<String> BITS = List.of(
            " ",
            "  ",
            "\n",
            "\n\n",
            "\n  ",
            "\n    ",
            "- ",
            "-",
            ": ",
            ":",
            "#",
            " #",
            "'",
            "\"",
            "\\",
            "\\n",
            "|",
            "|\n  ",
            "|-",
            ">",
            "{",
            "}",
            "[",
            "]",
            ", ",
            ",",
            "{a: b}",
            "[x, -y]",
            "&a ",
            "*a",
            "!!str ",
            "? ",
            "<<: ",
            "---\n",
            "...",
            "~",
            "yes",
            "1e3",
            ".inf",
            "0x1F",
            "%",
            "@",
            "`",
            "\t",
            "\r\n",
            "\u00e9",
            "\u2028",
            "\ud83d\ude00",
            "\u4f60",
            "a: b\n");

    @Test
    void saysOfSamplesWhatTheReaderOfEverythingSays() {
        List<String> documents = documents();

        long simple = documents.stream().filter(SimpleYamlTest::isReadAlike).count();

        assertThat(documents).hasSizeGreaterThan(200);
        assertThat(simple).isGreaterThan(documents.size() * 3L / 4);
    }

    @Test
    void saysOfWhatSamplesBecomeByAFewKeysWhatTheReaderOfEverythingSays() {
        Random random = new Random(20261128);
        long simple = 0;
        for (String document : documents()) {
            for (int i = 0; i < MUTATIONS && document.length() < 4_000; i++) {
                String mutated = mutated(document, random, 1 + i % 3);
                simple += isReadAlike(mutated) ? 1 : 0;
            }
        }

        assertThat(simple).isGreaterThan(1_000);
    }

    /// Whether the quick reader reads it; if it does, it must read the same.
    private static boolean isReadAlike(String text) {
        Optional<YamlNode> simple = SimpleYaml.read(text, 7, 3);
        if (simple.isPresent()) {
            assertThat(NodeReader.readAnything(text, 7, 3))
                    .as(text)
                    .isEqualTo(new NodeReader.Reading(simple, List.of()));
        }
        return simple.isPresent();
    }

    private static List<String> documents() {
        return Stream.of(ManifestSamples.PROJECTS, ManifestSamples.UGLY, BROKEN)
                .flatMap(folder -> ManifestSamples.in(folder).stream())
                .map(ManifestFile::text)
                .flatMap(text ->
                        DocumentSplit.of(text).stream().filter(p -> !p.empty()).map(p -> part(text, p)))
                .distinct()
                .toList();
    }

    private static String part(String text, Part part) {
        return text.substring(part.start(), part.end());
    }

    private static String mutated(String text, Random random, int times) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(mutated.length() + 1);
            int removed = Math.min(random.nextInt(4), mutated.length() - at);
            mutated.replace(at, at + removed, random.nextInt(3) == 0 ? "" : BITS.get(random.nextInt(BITS.size())));
        }
        // a text is read document by document
        return DocumentSplit.of(mutated.toString()).stream()
                .findFirst()
                .map(p -> part(mutated.toString(), p))
                .orElse("");
    }
}
