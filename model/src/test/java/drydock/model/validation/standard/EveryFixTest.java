package drydock.model.validation.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.History;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.CheckOptions;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import drydock.model.validation.KubernetesVersion;
import drydock.model.validation.Mending;
import drydock.model.validation.Validation;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Every fix that the examples of all rules get, as one step of the history.
class EveryFixTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/drydock/model/validation/broken");
    private static final String VERSION = "# Kubernetes ";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<KubernetesVersion, Validator> VALIDATORS = new HashMap<>();

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    static Stream<Path> readableExamples() throws IOException {
        return examples().filter(example -> values(example).isPresent());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isTakenBackByteForByteAndMadeAgain(Path example) {
        String text = text(example);
        for (String written : List.of(text, text.replace("\n", "\r\n"), text.stripTrailing())) {
            Project project = project(written);
            for (Finding finding : found(project, version(example))) {
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
        for (Finding finding : found(project, version(example))) {
            for (Fix fix : finding.fixes()) {
                Project mended = fix.edit().applyTo(project).toOptional().orElseThrow();

                assertThat(left(mended, version(example), finding))
                        .as(finding.rule() + ": " + fix.title(Locale.ENGLISH))
                        .isEmpty();
            }
        }
    }

    /// The examples again, as JSON on many lines and on one; several documents are the items of a `List`.
    @ParameterizedTest
    @MethodSource("readableExamples")
    void mendsJsonAndLeavesItJson(Path example) {
        Object value = values(example).orElseThrow();
        for (JsonMapper mapper : List.of(
                JSON,
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build())) {
            String text = mapper.writeValueAsString(value);
            Project project = Project.of(
                    List.of(ManifestFile.read("example.json", text.getBytes(StandardCharsets.UTF_8))),
                    DiagramFile.ABSENT);
            for (Finding finding : found(project, version(example))) {
                for (Fix fix : finding.fixes()) {
                    History mended = History.of(project)
                            .apply(fix.edit(), 0)
                            .toOptional()
                            .orElseThrow();
                    String what = finding.rule() + ": " + fix.title(Locale.ENGLISH);

                    mended.project()
                            .file("example.json")
                            .ifPresent(file -> assertThatCode(() -> JSON.readTree(file.text()))
                                    .as(what + "\n" + file.text())
                                    .doesNotThrowAnyException());
                    assertThat(left(mended.project(), version(example), finding))
                            .as(what)
                            .isEmpty();
                    assertThat(bytes(mended.project())).as(what).isNotEqualTo(bytes(project));
                    assertThat(bytes(mended.undo().project())).as(what).isEqualTo(bytes(project));
                    assertThat(bytes(mended.undo().redo().project())).as(what).isEqualTo(bytes(mended.project()));
                }
            }
        }
    }

    /// All examples as the files of one project: each fix has all the others beside it.
    @Test
    void allAtOnceAreOneStepThatIsTakenBackByteForByteAndMadeAgain() throws IOException {
        Project project = Project.of(
                examples()
                        .map(example -> ManifestFile.read(
                                example.getFileName().toString(),
                                text(example).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)))
                        .toList(),
                DiagramFile.read("{\r\n \"checks\": {\"off\": [\"zzzzzz\"]}}".getBytes(StandardCharsets.UTF_8)));
        Validator validator = StandardRules.validator();
        Validation found =
                validator.check(List.copyOf(project.files().values())).with(ProjectChecks.findings(project));

        Mending.Mended all =
                new Mending(validator, ProjectChecks::findings, _ -> true).mend(project, found, () -> true);
        History mended =
                History.of(project).apply(all.edit(project), 0).toOptional().orElseThrow();

        assertThat(all.mended()).isGreaterThan(100);
        assertThat(bytes(mended.project())).isEqualTo(bytes(all.after())).isNotEqualTo(bytes(project));
        assertThat(bytes(mended.undo().project())).isEqualTo(bytes(project));
        assertThat(mended.undo().undoLabel()).isEmpty();
        assertThat(bytes(mended.undo().redo().project())).isEqualTo(bytes(mended.project()));
    }

    @Test
    void isOfferedByManyRules() throws IOException {
        long rules = examples()
                .flatMap(example -> found(project(text(example)), version(example)).stream())
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
        project.diagramFile()
                .bytes()
                .ifPresent(bytes -> all.put(DiagramFile.NAME, new String(bytes, StandardCharsets.ISO_8859_1)));
        return all;
    }

    /// What an example says, as one value; empty if some of it cannot be read.
    private static Optional<Object> values(Path example) {
        ManifestFile file = project(text(example)).files().firstEntry().getValue();
        if (!file.problems().isEmpty()) {
            return Optional.empty();
        }
        List<Object> values = file.documents().stream()
                .flatMap(document -> document.value(FieldPath.ROOT).stream())
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        values.size() == 1
                                ? values.getFirst()
                                : new TreeMap<>(Map.of("apiVersion", "v1", "kind", "List", "items", values)));
    }

    /// What is found still of what was mended.
    private static List<Finding> left(Project mended, KubernetesVersion version, Finding finding) {
        return found(mended, version).stream()
                .filter(left -> left.rule().equals(finding.rule())
                        && left.object().equals(finding.object())
                        && left.field().equals(finding.field())
                        && left.text().equals(finding.text()))
                .toList();
    }

    private static KubernetesVersion version(Path example) {
        String first = text(example).lines().findFirst().orElse("");
        return first.startsWith(VERSION)
                ? KubernetesVersion.parse(first.substring(VERSION.length()).strip())
                        .orElseThrow()
                : KubernetesVersion.NEWEST;
    }

    private static List<Finding> found(Project project, KubernetesVersion version) {
        return VALIDATORS
                .computeIfAbsent(version, v -> StandardRules.validator(new CheckOptions(v, Set.of(), false)))
                .check(List.copyOf(project.files().values()))
                .findings();
    }
}
