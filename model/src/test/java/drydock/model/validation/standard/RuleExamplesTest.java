package drydock.model.validation.standard;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.CheckOptions;
import drydock.model.validation.Finding;
import drydock.model.validation.KubernetesVersion;
import drydock.model.validation.standard.RuleCatalogue.Listed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For each rule an example that breaks it, and for each name that is told of an entry in the catalogue.
///
/// An example for another version of Kubernetes than the newest says so in its first line.
class RuleExamplesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/drydock/model/validation/broken");
    private static final Path RULES = Path.of("src/main/java/drydock/model/validation");
    private static final String VERSION = "# Kubernetes ";

    /// Rules that one small text cannot break, and the tests that do.
    private static final Map<String, Path> ELSEWHERE = Map.of(
            "live-not-read", Path.of("../app/src/test/java/drydock/app/cli/LiveCheckTest.java"),
            "file-case", Path.of("src/test/java/drydock/model/validation/ValidatorTest.java"),
            "helm-chart", Path.of("src/test/java/drydock/model/validation/HelmChartTest.java"),
            "file-not-read", Path.of("../app/src/test/java/drydock/app/cli/CheckCommandTest.java"),
            "file-too-large", Path.of("src/test/java/drydock/model/manifest/BadTextTest.java"),
            "object-type", Path.of("src/test/java/drydock/model/manifest/ManifestFileTest.java"),
            "immutable-field", Path.of("src/test/java/drydock/model/validation/live/LiveChangesTest.java"),
            "too-large", Path.of("src/test/java/drydock/model/validation/config/ConfigTest.java"));

    /// What tells, with the name of a rule as its first argument, or as its second behind a severity or an object.
    private static final Pattern TOLD = Pattern.compile("\\b(?:(?:error|errorAtKey|warning|advice|tell)\\(|"
            + "(?:told|form)\\(\\s*[\\w.]+,)\\s*(?:\"([a-z-]+)\"|([A-Z_]+)),");

    static Stream<Listed> rules() {
        return RuleCatalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anExampleBreaksEachRule(Listed rule) throws IOException {
        if (ELSEWHERE.containsKey(rule.name())) {
            assertThat(ELSEWHERE.get(rule.name())).content().contains(rule.name());
            return;
        }

        List<Finding> found = found(rule.name()).stream()
                .filter(f -> f.rule().equals(rule.name()))
                .toList();

        assertThat(found).as("what breaks %s", rule.name()).isNotEmpty().allSatisfy(f -> {
            assertThat(f.severity()).isGreaterThanOrEqualTo(rule.severity());
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(f.message(locale)).isNotBlank().doesNotContain("{0}", "{1}");
            }
        });
    }

    @Test
    void everyExampleIsOfARule() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\..*", "")))
                    .allSatisfy(name -> assertThat(RuleCatalogue.find(name)).isPresent());
        }
    }

    @Test
    void everyNameThatIsToldOfIsInTheCatalogue() throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(RULES)) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> told.addAll(names(file)));
        }

        assertThat(told)
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        name -> assertThat(RuleCatalogue.find(name)).as(name).isPresent());
    }

    private static Set<String> names(Path file) {
        String source = text(file);
        Set<String> names = new TreeSet<>();
        Matcher told = TOLD.matcher(source);
        while (told.find()) {
            if (told.group(1) != null) {
                names.add(told.group(1));
            } else {
                Matcher constant = Pattern.compile("String " + told.group(2) + " =\\s+\"([a-z-]+)\"")
                        .matcher(source);
                if (constant.find()) {
                    names.add(constant.group(1));
                }
            }
        }
        return names;
    }

    private static List<Finding> found(String rule) throws IOException {
        Path json = EXAMPLES.resolve(rule + ".json");
        if (Files.exists(json)) {
            return ProjectChecks.findings(Project.of(List.of(), DiagramFile.read(Files.readAllBytes(json))));
        }
        Path yaml = EXAMPLES.resolve(rule + ".yaml");
        ManifestFile file = ManifestFile.read("example.yaml", Files.readAllBytes(yaml));
        KubernetesVersion version = file.text().startsWith(VERSION)
                ? KubernetesVersion.parse(
                                file.text().lines().findFirst().orElseThrow().substring(VERSION.length()))
                        .orElseThrow()
                : KubernetesVersion.NEWEST;
        return StandardRules.validator(new CheckOptions(version, Set.of(), false))
                .check(List.of(file))
                .findings();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
