package drydock.model.validation.config;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Set;

/// Namespaces and leases (`pkg/apis/core/validation/validation.go ValidateNamespace`, `validateFinalizerName`;
/// `pkg/apis/coordination/validation/validation.go ValidateLeaseSpec`).
final class NamespaceRules {

    private static final Set<String> STANDARD = Set.of("kubernetes", "orphan", "foregroundDeletion");

    static final List<Rule> RULES =
            List.of(Rule.of("NamespaceSpec", NamespaceRules::finalizers), Rule.of("LeaseSpec", NamespaceRules::lease));

    private NamespaceRules() {}

    /// The API server names the list and not the item.
    private static void finalizers(Visit spec) {
        List<String> names = spec.list("finalizers");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            FieldPath list = spec.path().key("finalizers");
            List<String> problems = Names.qualifiedNameProblems(name);
            if (!problems.isEmpty()) {
                spec.errorCalled(list, "finalizer", list.index(i), "label-key", Checks.shown(name), problems.getFirst())
                        .words(ServerWords.invalid(name, problems.getFirst()));
            } else if (name.indexOf('/') < 0 && !STANDARD.contains(name)) {
                spec.errorCalled(list, "finalizer", list.index(i), "finalizer-bare", Checks.shown(name))
                        .words(ServerWords.invalid(
                                name, "name is neither a standard finalizer name nor is it fully qualified"));
            }
        }
    }

    private static void lease(Visit spec) {
        spec.number("leaseDurationSeconds").stream()
                .filter(seconds -> seconds <= 0)
                .forEach(
                        seconds -> Checks.notPositive(spec, "leaseDurationSeconds", seconds, "must be greater than 0"));
        spec.number("leaseTransitions").stream()
                .filter(count -> count < 0)
                .forEach(count -> Checks.negative(spec, "leaseTransitions", count)
                        .words(ServerWords.invalid(count, "must be greater than or equal to 0")));
    }
}
