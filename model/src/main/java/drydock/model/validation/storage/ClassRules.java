package drydock.model.validation.storage;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Classes of storage (`pkg/apis/storage/validation/validation.go ValidateStorageClass`).
final class ClassRules {

    private static final int MOST_PARAMETERS = 512;
    private static final int LONGEST_PARAMETERS = 256 * 1024;

    static final List<Rule> RULES =
            List.of(Rule.of("StorageClass", ClassRules::provisioner), Rule.of("StorageClass", ClassRules::parameters));

    private ClassRules() {}

    private static void provisioner(Visit storage) {
        storage.text("provisioner")
                .filter(p -> !p.isEmpty())
                .ifPresent(provisioner -> Names.qualifiedNameProblems(provisioner.toLowerCase(Locale.ROOT)).stream()
                        .findFirst()
                        .ifPresent(problem -> storage.error(
                                        "name", "provisioner", "label-key", Checks.shown(provisioner), problem)
                                .words(ServerWords.invalid(provisioner, problem))));
    }

    private static void parameters(Visit storage) {
        Map<String, String> parameters = storage.texts("parameters");
        long length = parameters.entrySet().stream()
                .mapToLong(e -> e.getKey().length() + e.getValue().length())
                .sum();
        if (parameters.size() > MOST_PARAMETERS) {
            storage.error("parameters", "parameters", "too-many", MOST_PARAMETERS)
                    .words(ServerWords.tooLong(MOST_PARAMETERS));
        } else if (length > LONGEST_PARAMETERS) {
            storage.error("parameters", "parameters", "too-long", LONGEST_PARAMETERS)
                    .words(ServerWords.tooLong(LONGEST_PARAMETERS));
        }
    }
}
