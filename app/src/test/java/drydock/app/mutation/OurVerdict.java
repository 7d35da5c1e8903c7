package drydock.app.mutation;

import drydock.model.manifest.ManifestFile;
import drydock.model.validation.CheckOptions;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import drydock.model.validation.Validator;
import drydock.model.validation.standard.StandardRules;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What our rules say of a manifest.
final class OurVerdict {

    private static final Validator VALIDATOR = new Validator(StandardRules.OF_THE_SERVER, CheckOptions.STANDARD);

    private OurVerdict() {}

    /// All that is found.
    static List<Finding> findings(Mutation mutation) {
        return findings(List.of(file(mutation)));
    }

    static List<Finding> findings(List<ManifestFile> files) {
        return VALIDATOR.check(files).findings();
    }

    /// What is refused.
    static List<Finding> errors(Mutation mutation) {
        return findings(mutation).stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
    }

    static ManifestFile file(Mutation mutation) {
        return ManifestFile.read("mutation.json", mutation.json().getBytes(StandardCharsets.UTF_8));
    }
}
