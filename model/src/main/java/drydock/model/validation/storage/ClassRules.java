package drydock.model.validation.storage;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Classes of storage, and of what a volume can do (`pkg/apis/storage/validation/validation.go ValidateStorageClass`,
/// `ValidateVolumeAttributesClass`).
final class ClassRules {

    private static final int MOST_PARAMETERS = 512;
    private static final int LONGEST_PARAMETERS = 256 * 1024;

    static final List<Rule> RULES = List.of(
            Rule.of("StorageClass", storage -> provisioner(storage, "provisioner")),
            Rule.of("VolumeAttributesClass", attributes -> provisioner(attributes, "driverName")),
            new Rule.OfObject(List.of("StorageClass", "VolumeAttributesClass"), ClassRules::parameters),
            Rule.of("StorageClass", ClassRules::topologies),
            Rule.of("TopologySelectorTerm", ClassRules::keysOnce),
            Rule.of("TopologySelectorLabelRequirement", ClassRules::requirement));

    private ClassRules() {}

    private static void provisioner(Visit storage, String field) {
        storage.text(field)
                .filter(p -> !p.isEmpty())
                .ifPresent(provisioner -> Names.qualifiedNameProblems(provisioner.toLowerCase(Locale.ROOT)).stream()
                        .findFirst()
                        .ifPresent(
                                problem -> storage.error("name", field, "label-key", Checks.shown(provisioner), problem)
                                        .words(ServerWords.invalid(provisioner, problem))));
    }

    /// Two terms that ask for the same are one too many (`validateAllowedTopologies`).
    private static void topologies(Visit storage) {
        Set<Object> seen = new HashSet<>();
        for (Visit term : storage.each("allowedTopologies")) {
            Object expressions = term.value("matchLabelExpressions");
            boolean empty = !(expressions instanceof List<?> list) || list.isEmpty();
            if (empty || !seen.add(expressions)) {
                term.error(Checks.DUPLICATE, "matchLabelExpressions", "duplicate-value", "matchLabelExpressions")
                        .words(ServerWords.duplicate(""));
            }
        }
    }

    private static void keysOnce(Visit term) {
        Set<String> keys = new HashSet<>();
        for (Visit requirement : term.each("matchLabelExpressions")) {
            String key = requirement.textOrEmpty("key");
            if (!keys.add(key)) {
                Checks.duplicate(requirement, "key", key);
            }
        }
    }

    private static void requirement(Visit requirement) {
        Checks.form(requirement, "label", "key", "label-key", Names::qualifiedNameProblems);
        List<String> values = requirement.list("values");
        for (int i = 0; i < values.size(); i++) {
            if (values.indexOf(values.get(i)) < i) {
                FieldPath at = requirement.path().key("values").index(i);
                requirement
                        .error(Checks.DUPLICATE, at, "duplicate-value", Checks.shown(values.get(i)))
                        .words(ServerWords.duplicate(values.get(i)));
            }
        }
    }

    private static void parameters(Visit storage) {
        Map<String, String> parameters = storage.texts("parameters");
        long length = parameters.entrySet().stream()
                .mapToLong(e -> e.getKey().length() + e.getValue().length())
                .sum();
        if (parameters.size() > MOST_PARAMETERS) {
            storage.error("parameters", "parameters", "too-many", MOST_PARAMETERS)
                    .words(ServerWords.tooLong(MOST_PARAMETERS));
        }
        if (parameters.containsKey("")) {
            storage.error("parameters", "parameters", "parameter-unnamed")
                    .words(ServerWords.invalid("", "field can not be empty."));
        }
        if (parameters.size() <= MOST_PARAMETERS && length > LONGEST_PARAMETERS) {
            storage.error("parameters", "parameters", "too-long", LONGEST_PARAMETERS)
                    .words(ServerWords.tooLong(LONGEST_PARAMETERS));
        }
    }
}
