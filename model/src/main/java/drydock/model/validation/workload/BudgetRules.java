package drydock.model.validation.workload;

import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Budgets of disruption and classes of priority (`pkg/apis/policy/validation/validation.go
/// ValidatePodDisruptionBudgetSpec`, `pkg/apis/scheduling/validation/validation.go ValidatePriorityClass`).
final class BudgetRules {

    private static final String RULE = "budget-amount";
    private static final String PRIORITY = "priority-class";
    private static final long HIGHEST = 1_000_000_000;
    private static final String SYSTEM = "system-";

    static final List<Rule> RULES = List.of(
            Rule.of("PodDisruptionBudgetSpec", BudgetRules::budget), Rule.of("PriorityClass", BudgetRules::priority));

    private BudgetRules() {}

    private static void budget(Visit spec) {
        if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
            String selector = spec.has("selector")
                    ? ServerWords.invalid(new TypedSelector(spec.in("selector")).json(), "")
                            .replaceFirst("^Invalid value: ", "")
                            .replaceFirst(": $", "")
                    : "null";
            spec.error("one-of", spec.path(), "budget-both")
                    .words(ServerWords.invalidRaw(
                            "{\"MinAvailable\":" + json(spec, "minAvailable") + ",\"Selector\":" + selector
                                    + ",\"MaxUnavailable\":" + json(spec, "maxUnavailable")
                                    + ",\"UnhealthyPodEvictionPolicy\":" + json(spec, "unhealthyPodEvictionPolicy")
                                    + "}",
                            "minAvailable and maxUnavailable cannot be both set"))
                    .fix(
                            spec.removing("minAvailable"),
                            "fix.remove",
                            spec.path().key("minAvailable"))
                    .fix(
                            spec.removing("maxUnavailable"),
                            "fix.remove",
                            spec.path().key("maxUnavailable"));
        }
        for (String field : List.of("minAvailable", "maxUnavailable")) {
            Percentages.form(spec, RULE, field);
            Percentages.notAboveAll(spec, RULE, field);
        }
    }

    private static String json(Visit spec, String field) {
        return spec.text(field).map(text -> '"' + text + '"').orElse(String.valueOf(spec.value(field)));
    }

    /// The two that the system has are exactly as it made them (`pkg/apis/scheduling/v1/helpers.go
    /// IsKnownSystemPriorityClass`).
    private static void priority(Visit priority) {
        String name = priority.in("metadata").textOrEmpty("name");
        long value = priority.number("value").orElse(0);
        if (name.startsWith(SYSTEM)) {
            system(priority, name, value);
        } else if (value > HIGHEST) {
            priority.error(PRIORITY, "value", "priority-above", String.valueOf(HIGHEST))
                    .words(ServerWords.forbidden("maximum allowed value of a user defined priority is " + HIGHEST))
                    .fix(priority.setting("value", HIGHEST), "fix.set", "value", String.valueOf(HIGHEST));
        }
    }

    private static void system(Visit priority, String name, long value) {
        long known = switch (name) {
            case "system-node-critical" -> 2_000_001_000;
            case "system-cluster-critical" -> 2_000_000_000;
            default -> -1;
        };
        String error = "";
        if (known < 0) {
            error = name + " is not a known system priority class";
        } else if (value != known) {
            error = "value of " + name + " PriorityClass must be " + known;
        } else if (priority.isTrue("globalDefault")) {
            error = "globalDefault of " + name + " PriorityClass must be false";
        }
        if (!error.isEmpty()) {
            priority.in("metadata")
                    .error(PRIORITY, "name", "priority-system")
                    .words(ServerWords.forbidden("priority class names with 'system-' prefix are reserved for system "
                            + "use only. error: " + error));
        }
    }
}
