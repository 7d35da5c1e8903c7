package drydock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds every message bundle of the program to its translation and to its uses.
class BundleTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    static List<Path> bundles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("app", "icons", "model", "render", "sim")) {
            Path resources = Path.of("..", module, "src/main/resources");
            if (Files.isDirectory(resources)) {
                try (Stream<Path> files = Files.walk(resources)) {
                    files.filter(file -> file.endsWith("messages.properties")).forEach(found::add);
                }
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void chineseHasEveryTextAndNoOtherPlaceholders(Path bundle) throws IOException {
        Properties english = read(bundle);
        Properties chinese = read(bundle.resolveSibling("messages_zh_CN.properties"));

        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(chinese.getProperty(key)))
                    .as(key)
                    .isSubsetOf(placeholders(english.getProperty(key)));
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesAreDoubledWhereATextIsAPattern(Path bundle) throws IOException {
        for (Path file : List.of(bundle, bundle.resolveSibling("messages_zh_CN.properties"))) {
            Properties texts = read(file);
            assertThat(texts.stringPropertyNames().stream()
                            .map(texts::getProperty)
                            .filter(text -> PLACEHOLDER.matcher(text).find())
                            .filter(text -> LONE_APOSTROPHE.matcher(text).find()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsLeftOver(Path bundle) throws IOException {
        Path module = bundle.subpath(0, 2);
        // The window names edits and the like by keys of the model's.
        String sources = sources(module.resolve("src/main/java")) + sources(Path.of("../app/src/main/java"));

        assertThat(read(bundle).stringPropertyNames().stream()
                        .filter(key -> !sources.contains("\"" + key + "\""))
                        .filter(key -> parts(key).stream().noneMatch(part -> sources.contains("\"" + part + "\"")))
                        .filter(key -> !key.endsWith(".usage.description"))
                        .filter(key -> !isAdviceOfUsed(key, sources))
                        .toList())
                .isEmpty();
    }

    /// Whether a key is that of the advice of a finding that a source names: the model appends `.advice`.
    private static boolean isAdviceOfUsed(String key, String sources) {
        return key.endsWith(".advice") && sources.contains('"' + key.substring(0, key.lastIndexOf('.')) + '"');
    }

    /// What of a key may stand in a source while the rest is made: `shell.menu.` and `.file` of `shell.menu.file`.
    private static Set<String> parts(String key) {
        Set<String> parts = new TreeSet<>();
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            parts.add(key.substring(0, dot + 1));
            parts.add(key.substring(dot));
        }
        return parts;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(BundleTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
