package drydock.model.validation.workload;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// The form of selectors (`apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateLabelSelector`,
/// `ValidateLabelSelectorRequirement`).
final class SelectorRules {

    private static final String RULE = "selector";

    static final List<Rule> RULES = List.of(
            Rule.of("LabelSelector", SelectorRules::labels),
            Rule.of("LabelSelectorRequirement", SelectorRules::requirement),
            Rule.of("LabelSelectorRequirement", SelectorRules::values));

    private SelectorRules() {}

    /// The selector of a metric is the metrics server's matter (`pkg/apis/autoscaling/validation/validation.go
    /// validateMetricIdentifier`).
    private static void labels(Visit selector) {
        if (selector.path().toString().endsWith(".metric.selector")) {
            return;
        }
        selector.texts("matchLabels").forEach((key, value) -> {
            Checks.form(selector, "label", "matchLabels", "label-key", key, Names::qualifiedNameProblems);
            Checks.form(selector, "label", "matchLabels", "label-value", value, Names::labelValueProblems);
        });
    }

    private static void requirement(Visit requirement) {
        String operator = requirement.textOrEmpty("operator");
        boolean empty = requirement.list("values").isEmpty();
        switch (operator) {
            case "In", "NotIn" -> {
                if (empty) {
                    requirement
                            .error(RULE, "values", "selector-values-needed", operator)
                            .words(ServerWords.required("must be specified when `operator` is 'In' or 'NotIn'"));
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!empty) {
                    requirement
                            .error(RULE, "values", "selector-values-forbidden", operator)
                            .words(ServerWords.forbidden(
                                    "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"))
                            .fix(
                                    requirement.removing("values"),
                                    "fix.remove",
                                    requirement.path().key("values"));
                }
            }
            case "" ->
                requirement
                        .error(
                                Checks.REQUIRED,
                                "operator",
                                "required-field",
                                requirement.path().key("operator"))
                        .words(ServerWords.invalid("", "not a valid selector operator"));
            default -> {
                // told with the enumerations
            }
        }
        Checks.form(
                requirement, "label", "key", "label-key", requirement.textOrEmpty("key"), Names::qualifiedNameProblems);
    }

    private static void values(Visit requirement) {
        List<String> values = requirement.list("values");
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            FieldPath at = requirement.path().key("values").index(i);
            Names.labelValueProblems(value).stream()
                    .findFirst()
                    .ifPresent(problem -> requirement
                            .error("label", at, "label-value", Checks.shown(value), problem)
                            .words(ServerWords.invalid(value, problem)));
        }
    }
}
