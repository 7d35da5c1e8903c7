package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds every finding to a sentence of what to do beside the one of what is wrong.
class FindingTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/drydock/model");
    private static final String ADVICE = ".advice";

    /// What a fix would do, as a command: it is advice itself.
    private static final Set<String> FIXES = Set.of(
            "add",
            "add-budget",
            "add-headless-service",
            "add-key",
            "add-readiness-probe",
            "add-service",
            "convert",
            "fix.asLive",
            "fix.labels",
            "fix.remove",
            "fix.rename",
            "fix.set",
            "fix.sort",
            "move",
            "name-port",
            "remove",
            "remove-field",
            "remove-newer-field",
            "select",
            "set-access-mode",
            "set-api-version",
            "set-field",
            "set-namespace",
            "set-path",
            "set-port",
            "set-size",
            "set-target-port",
            "set-type",
            "set-value",
            "use-key");

    /// Why an edit cannot be made in a text: no findings.
    private static final Set<String> REFUSALS = Set.of(
            "inTheWayOfItem",
            "inTheWayOfKey",
            "keyIsThere",
            "merged",
            "noColon",
            "noField",
            "noLine",
            "noPosition",
            "notByLine",
            "notUtf8",
            "unsafe");

    static List<Path> bundles() throws IOException {
        List<Path> found =
                new ArrayList<>(List.of(RESOURCES.resolve("manifest/messages"), RESOURCES.resolve("storage/messages")));
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("validation"))) {
            files.filter(file -> file.endsWith("messages.properties"))
                    .map(file -> file.resolveSibling("messages"))
                    .forEach(found::add);
        }
        assertThat(found).hasSizeGreaterThan(15);
        return found;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyFindingHasAdviceInBothLanguages(Path bundle) throws IOException {
        Properties english = read(bundle + ".properties");
        Properties chinese = read(bundle + "_zh_CN.properties");

        for (String key : findings(english)) {
            assertThat(english.getProperty(key + ADVICE)).as(key).isNotNull().matches("[A-Z].*\\.");
            assertThat(chinese.getProperty(key + ADVICE)).as(key).isNotNull().endsWith("。");
            assertThat(english.getProperty(key + ADVICE)).as(key).isNotEqualTo(english.getProperty(key));
            assertThat(chinese.getProperty(key + ADVICE)).as(key).isNotEqualTo(chinese.getProperty(key));
        }
    }

    @Test
    void nothingIsTakenForAFixOrARefusalThatIsNone() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path bundle : bundles()) {
            keys.addAll(read(bundle + ".properties").stringPropertyNames());
        }

        assertThat(keys).containsAll(FIXES).containsAll(REFUSALS);
    }

    @Test
    void aTextThatCannotBeReadHasTheAdviceOfItsProblem() {
        ManifestFile file = ManifestFile.parse("a.yaml", "a: [1\n");
        Finding finding = Finding.of("a.yaml", file.problems().getFirst());

        assertThat(finding.advice(Locale.ENGLISH)).isEqualTo("Add the comma between the items, or the ] at the end.");
        assertThat(finding.advice(Locale.SIMPLIFIED_CHINESE)).contains("逗号");
    }

    private static Set<String> findings(Properties texts) {
        Set<String> keys = new TreeSet<>(texts.stringPropertyNames());
        keys.removeIf(key -> key.endsWith(ADVICE) || FIXES.contains(key) || REFUSALS.contains(key));
        keys.removeIf(key -> key.startsWith("rule.")); // what a rule wants
        keys.remove(FindingText.TEXT_PROBLEM); // has the problem's own
        return keys;
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            texts.load(reader);
        }
        return texts;
    }
}
