package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import drydock.model.validation.standard.RuleCatalogue;
import drydock.model.validation.standard.StandardRules;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A manifest that rules are tried on, and what is found in it.
public final class Checked {

    private static final Validator VALIDATOR = StandardRules.validator();

    private final String yaml;

    private Checked(String yaml) {
        this.yaml = yaml;
    }

    public static Checked of(String yaml) {
        return new Checked(yaml);
    }

    /// The manifest with `to`, in which `\n` is a new line, where `from` was.
    public Checked with(String from, String to) {
        assertThat(yaml).contains(from);
        return new Checked(yaml.replace(from, to.replace("\\n", "\n")));
    }

    /// What is found, in the order of the text; all by rules that are in the catalogue.
    public List<Finding> findings() {
        ManifestFile file = ManifestFile.read("manifest.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        List<Finding> findings = VALIDATOR.check(List.of(file)).findings();
        assertThat(findings)
                .allSatisfy(f -> assertThat(RuleCatalogue.find(f.rule()))
                        .as("the rule %s in the catalogue", f.rule())
                        .isPresent());
        return findings;
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
