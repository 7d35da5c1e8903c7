package drydock.model.validation.standard;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.History;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.CheckOptions;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import drydock.model.validation.KubernetesVersion;
import drydock.model.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every fix that the examples of all rules get, as one step of the history.
class EveryFixTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/drydock/model/validation/broken");
    private static final String VERSION = "# Kubernetes ";
    private static final Map<KubernetesVersion, Validator> VALIDATORS = new HashMap<>();

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isTakenBackByteForByteAndMadeAgain(Path example) {
        String text = text(example);
        for (String written : List.of(text, text.replace("\n", "\r\n"), text.stripTrailing())) {
            Project project = project(written);
            for (Finding finding : found(project)) {
                for (Fix fix : finding.fixes()) {
                    History before = History.of(project);
                    History mended = before.apply(fix.edit(), 0).toOptional().orElseThrow();
                    String what = finding.rule() + ": " + fix.title(Locale.ENGLISH);

                    assertThat(bytes(mended.project())).as(what).isNotEqualTo(bytes(project));
                    assertThat(bytes(mended.undo().project())).as(what).isEqualTo(bytes(project));
                    assertThat(mended.undo().undoLabel()).as(what).isEmpty();
                    assertThat(bytes(mended.undo().redo().project())).as(what).isEqualTo(bytes(mended.project()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void leavesNothingOfWhatItMends(Path example) {
        Project project = project(text(example));
        for (Finding finding : found(project)) {
            for (Fix fix : finding.fixes()) {
                Project mended = fix.edit().applyTo(project).toOptional().orElseThrow();

                assertThat(found(mended))
                        .as(finding.rule() + ": " + fix.title(Locale.ENGLISH))
                        .noneMatch(left -> left.rule().equals(finding.rule())
                                && left.object().equals(finding.object())
                                && left.field().equals(finding.field())
                                && left.text().equals(finding.text()));
            }
        }
    }

    @Test
    void isOfferedByManyRules() throws IOException {
        long rules = examples()
                .flatMap(example -> found(project(text(example))).stream())
                .filter(finding -> !finding.fixes().isEmpty())
                .map(Finding::rule)
                .distinct()
                .count();

        assertThat(rules).isGreaterThan(30);
    }

    /// The bytes of an example, each as a letter: one of them is in no encoding.
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Project project(String text) {
        return Project.of(
                List.of(ManifestFile.read("example.yaml", text.getBytes(StandardCharsets.ISO_8859_1))),
                DiagramFile.ABSENT);
    }

    private static Map<String, String> bytes(Project project) {
        Map<String, String> all = new LinkedHashMap<>();
        project.files().forEach((path, file) -> all.put(path, new String(file.bytes(), StandardCharsets.ISO_8859_1)));
        return all;
    }

    private static List<Finding> found(Project project) {
        String first = project.files()
                .values()
                .iterator()
                .next()
                .text()
                .lines()
                .findFirst()
                .orElse("");
        KubernetesVersion version = first.startsWith(VERSION)
                ? KubernetesVersion.parse(first.substring(VERSION.length()).strip())
                        .orElseThrow()
                : KubernetesVersion.NEWEST;
        return VALIDATORS
                .computeIfAbsent(version, v -> StandardRules.validator(new CheckOptions(v, Set.of(), false)))
                .check(List.copyOf(project.files().values()))
                .findings();
    }
}
