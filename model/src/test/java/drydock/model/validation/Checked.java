package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.standard.RuleCatalogue;
import drydock.model.validation.standard.StandardRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A manifest that rules are tried on, and what is found in it.
public final class Checked {

    private static final Map<KubernetesVersion, Validator> VALIDATORS = new ConcurrentHashMap<>();

    private final String yaml;
    private final KubernetesVersion version;

    private Checked(String yaml, KubernetesVersion version) {
        this.yaml = yaml;
        this.version = version;
    }

    public static Checked of(String yaml) {
        return new Checked(yaml, KubernetesVersion.NEWEST);
    }

    /// The manifest with `to`, in which `\n` is a new line, where `from` was.
    public Checked with(String from, String to) {
        assertThat(yaml).contains(from);
        return new Checked(yaml.replace(from, to.replace("\\n", "\n")), version);
    }

    /// What is found, in the order of the text; all by rules that are in the catalogue.
    public List<Finding> findings() {
        Validator validator = VALIDATORS.computeIfAbsent(
                version, v -> new Validator(StandardRules.OF_THE_SERVER, new CheckOptions(v, Set.of(), false)));
        List<Finding> findings = validator.check(List.of(file())).findings();
        assertThat(findings)
                .allSatisfy(f -> assertThat(RuleCatalogue.find(f.rule()))
                        .as("the rule %s in the catalogue", f.rule())
                        .isPresent());
        return findings;
    }

    /// The same manifest for another version of Kubernetes, as `1.30`.
    public Checked in(String version) {
        return new Checked(yaml, KubernetesVersion.parse(version).orElseThrow());
    }

    /// The manifest as each way to mend it would leave it, in the order of what is found.
    public List<Checked> mended() {
        Project project = Project.of(List.of(file()), DiagramFile.ABSENT);
        return findings().stream()
                .flatMap(finding -> finding.fixes().stream())
                .map(fix -> fix.edit().applyTo(project).toOptional().orElseThrow())
                .map(after ->
                        new Checked(after.file("manifest.yaml").orElseThrow().text(), version))
                .toList();
    }

    public String yaml() {
        return yaml;
    }

    private ManifestFile file() {
        return ManifestFile.read("manifest.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    /// Holds that each error has its sentence in both languages, and that what is offered to mend it does:
    /// what is told of its field is then gone, or another thing.
    public void everyFindingIsSaidAndMended() {
        for (Finding finding : findings()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(finding.message(locale)).isNotBlank().doesNotContain("{0}", "{1}");
                finding.fixes().forEach(fix -> assertThat(fix.title(locale)).isNotBlank());
            }
            Project project = Project.of(List.of(file()), DiagramFile.ABSENT);
            for (Fix fix : finding.fixes()) {
                Project after = fix.edit().applyTo(project).toOptional().orElseThrow();
                Checked mended =
                        new Checked(after.file("manifest.yaml").orElseThrow().text(), version);
                assertThat(mended.findings())
                        .as(fix.title(Locale.ENGLISH))
                        .noneMatch(f -> f.field().equals(finding.field())
                                && f.words().equals(finding.words())
                                && f.rule().equals(finding.rule()));
            }
        }
    }

    /// The errors as the API server says them, `spec.type: Required value`; nothing behind the path where the
    /// API server would not even read the manifest.
    public List<String> errors() {
        return findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(f -> f.words().isEmpty() ? f.field() : f.field() + ": " + f.words())
                .toList();
    }
}
