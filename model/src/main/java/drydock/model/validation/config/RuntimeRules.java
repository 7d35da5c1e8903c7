package drydock.model.validation.config;

import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Classes of container runtimes (`pkg/apis/node/validation/validation.go ValidateRuntimeClass`).
final class RuntimeRules {

    static final List<Rule> RULES = List.of(
            Rule.of("RuntimeClass", RuntimeRules::handler),
            Rule.of("Overhead", RuntimeRules::overhead),
            Rule.of("Scheduling", RuntimeRules::labels),
            Rule.of("Scheduling", RuntimeRules::tolerationsOnce));

    private RuntimeRules() {}

    private static void handler(Visit runtime) {
        Checks.form(runtime, "name", "handler", "name-label", Names::labelProblems);
    }

    /// The API server calls the list of amounts `limits`.
    private static void overhead(Visit overhead) {
        Visit amounts = overhead.in("podFixed");
        AmountNames.check(overhead, "podFixed", ResourceNames::isOfContainers, "containers");
        for (String name : amounts.names()) {
            Quantities.parse(String.valueOf(amounts.value(name)))
                    .filter(amount -> Quantities.exact(amount).signum() < 0)
                    .ifPresent(amount -> amounts.errorCalled(
                                    "overhead.limits[" + name + "]",
                                    Checks.NUMBER_RANGE,
                                    amounts.path().key(name),
                                    "number-negative",
                                    Quantities.canonical(amount))
                            .words(ServerWords.invalid(
                                    Quantities.canonical(amount), "must be greater than or equal to 0")));
        }
    }

    private static void labels(Visit scheduling) {
        scheduling.texts("nodeSelector").forEach((key, value) -> {
            Checks.form(scheduling, "label", "nodeSelector", "label-key", key, Names::qualifiedNameProblems);
            Checks.form(scheduling, "label", "nodeSelector", "label-value", value, Names::labelValueProblems);
        });
    }

    private static void tolerationsOnce(Visit scheduling) {
        Set<Object> seen = new HashSet<>();
        List<?> tolerations = scheduling.value("tolerations") instanceof List<?> list ? list : List.of();
        for (int i = 0; i < tolerations.size(); i++) {
            if (!seen.add(tolerations.get(i))) {
                scheduling
                        .error(
                                Checks.DUPLICATE,
                                scheduling.path().key("tolerations").index(i),
                                "duplicate-value",
                                "tolerations[" + i + "]")
                        .words(ServerWords.duplicateRaw("{…}"));
            }
        }
    }
}
