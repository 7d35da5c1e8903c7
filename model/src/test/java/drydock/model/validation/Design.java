package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.standard.RuleCatalogue;
import drydock.model.validation.standard.StandardRules;
import java.util.List;
import java.util.Locale;

/// A project of one file that rules across objects are tried on, and that fixes mend.
public final class Design {

    private static final Validator VALIDATOR = StandardRules.validator();
    private static final String FILE = "all.yaml";

    private final Project project;

    private Design(Project project) {
        this.project = project;
    }

    /// The documents in one file.
    public static Design of(String... documents) {
        ManifestFile file = ManifestFile.parse(FILE, String.join("---\n", documents));
        assertThat(file.problems()).isEmpty();
        return new Design(Project.of(List.of(file), DiagramFile.ABSENT));
    }

    public String text() {
        return project.file(FILE).orElseThrow().text();
    }

    public Project project() {
        return project;
    }

    /// The design with `to`, in which `\n` is a new line, where `from` was.
    public Design with(String from, String to) {
        assertThat(text()).contains(from);
        return of(text().replace(from, to.replace("\\n", "\n")));
    }

    public Design and(String document) {
        return of(text(), document);
    }

    /// The design with another file.
    public Design beside(String path, String text) {
        return new Design(Project.of(
                List.of(project.file(FILE).orElseThrow(), ManifestFile.parse(path, text)), DiagramFile.ABSENT));
    }

    public List<Finding> findings() {
        List<Finding> findings =
                VALIDATOR.check(List.copyOf(project.files().values())).findings();
        assertThat(findings).allSatisfy(f -> {
            assertThat(RuleCatalogue.find(f.rule()))
                    .as("the rule %s in the catalogue", f.rule())
                    .hasValueSatisfying(rule -> assertThat(f.severity()).isGreaterThanOrEqualTo(rule.severity()));
            assertThat(f.message(Locale.ENGLISH)).isNotBlank().doesNotContain("{", "''");
            assertThat(f.message(Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(f.message(Locale.ENGLISH));
            assertThat(f.fixes())
                    .allSatisfy(fix -> assertThat(fix.title(Locale.ENGLISH)).isNotBlank());
        });
        return findings;
    }

    /// What one rule finds.
    public List<Finding> findings(String rule) {
        return findings().stream().filter(f -> f.rule().equals(rule)).toList();
    }

    /// Where one rule finds something, as `web spec.replicas`.
    public List<String> places(String rule) {
        return findings(rule).stream()
                .map(f -> f.object().orElseThrow().name() + " " + f.field())
                .toList();
    }

    /// The names of the rules that find what is no advice.
    public List<String> worries() {
        return findings().stream()
                .filter(f -> f.severity() != Severity.ADVICE)
                .map(Finding::rule)
                .toList();
    }

    public Severity severity(String rule) {
        return findings(rule).getFirst().severity();
    }

    /// The design after the first fix of what a rule finds first.
    public Design mended(String rule) {
        Edit edit = findings(rule).getFirst().fixes().getFirst().edit();
        return switch (edit.applyTo(project)) {
            case Outcome.Done<Project>(Project after) -> new Design(after);
            case Outcome.Refused<Project>(var reason) -> throw new AssertionError(edit + " is refused: " + reason);
        };
    }
}
