package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Which nodes a Pod wants (`pkg/apis/core/validation/validation.go ValidateNodeSelectorRequirement`,
/// `ValidateNodeFieldSelectorRequirement`, `ValidatePreferredSchedulingTerms`).
final class AffinityRules {

    private static final String RULE = "affinity";
    private static final int MOST_WEIGHT = 100;
    private static final FieldPath.Key PREFERRED = new FieldPath.Key("preferredDuringSchedulingIgnoredDuringExecution");

    static final List<Rule> RULES = List.of(
            Rule.of("NodeSelectorTerm", AffinityRules::term),
            new Rule.OfObject(List.of("PreferredSchedulingTerm", "WeightedPodAffinityTerm"), AffinityRules::weight),
            Rule.of("PodSpec", AffinityRules::nodeSelector));

    private AffinityRules() {}

    private static void weight(Visit term) {
        long weight = term.number("weight").orElse(0);
        boolean typed = !term.has("weight") || term.number("weight").isPresent();
        if (typed && (weight < 1 || weight > MOST_WEIGHT)) {
            term.error(Checks.NUMBER_RANGE, "weight", "number-range", weight, "1", String.valueOf(MOST_WEIGHT))
                    .words(ServerWords.invalid(weight, "must be in the range 1-100"));
        }
    }

    private static void term(Visit term) {
        boolean preferred = term.path().steps().contains(PREFERRED);
        term.each("matchExpressions").forEach(requirement -> {
            operator(requirement, requirement.list("values").size());
            key(requirement);
            if (!preferred) {
                values(requirement);
            }
        });
        term.each("matchFields").forEach(AffinityRules::nodeField);
    }

    static void key(Visit requirement) {
        Checks.form(
                requirement, "label", "key", "label-key", requirement.textOrEmpty("key"), Names::qualifiedNameProblems);
    }

    private static void operator(Visit requirement, int values) {
        String operator = requirement.textOrEmpty("operator");
        switch (operator) {
            case "In", "NotIn" -> {
                if (values == 0) {
                    requirement
                            .error(RULE, "values", "affinity-values-needed", operator)
                            .words(ServerWords.required("must be specified when `operator` is 'In' or 'NotIn'"));
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (values > 0) {
                    requirement
                            .error(RULE, "values", "affinity-values-forbidden", operator)
                            .words(ServerWords.forbidden(
                                    "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"))
                            .fix(
                                    requirement.removing("values"),
                                    "fix.remove",
                                    requirement.path().key("values"));
                }
            }
            case "Gt", "Lt" -> {
                if (values != 1) {
                    requirement
                            .error(RULE, "values", "affinity-one-value", operator)
                            .words(ServerWords.required(
                                    "must be specified single value when `operator` is 'Lt' or 'Gt'"));
                }
            }
            case "" -> operatorMissing(requirement);
            default -> {
                // told with the enumerations
            }
        }
    }

    static void operatorMissing(Visit requirement) {
        requirement
                .error(
                        Checks.REQUIRED,
                        "operator",
                        "required-field",
                        requirement.path().key("operator"))
                .words(ServerWords.invalid("", "not a valid selector operator"));
    }

    private static void values(Visit requirement) {
        List<String> values = requirement.list("values");
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            var at = requirement.path().key("values").index(i);
            Names.labelValueProblems(value).stream()
                    .findFirst()
                    .ifPresent(problem -> requirement
                            .error("label", at, "label-value", Checks.shown(value), problem)
                            .words(ServerWords.invalid(value, problem)));
        }
    }

    /// Of the fields of a node only its name can be asked for.
    private static void nodeField(Visit requirement) {
        String operator = requirement.textOrEmpty("operator");
        List<String> values = requirement.list("values");
        if (operator.equals("In") || operator.equals("NotIn")) {
            if (values.size() != 1) {
                requirement
                        .error(RULE, "values", "affinity-one-value", operator)
                        .words(ServerWords.required(
                                "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"));
            }
        } else {
            requirement
                    .error(RULE, "operator", "affinity-field-operator")
                    .words(ServerWords.invalid(operator, "not a valid selector operator"));
        }
        String key = requirement.textOrEmpty("key");
        if (!key.equals("metadata.name")) {
            requirement
                    .error(RULE, "key", "affinity-field-key")
                    .words(ServerWords.invalid(key, "not a valid field selector key"));
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            var at = requirement.path().key("values").index(i);
            Names.subdomainProblems(value).stream()
                    .findFirst()
                    .ifPresent(problem -> requirement
                            .error("name", at, "name-subdomain", Checks.shown(value), problem)
                            .words(ServerWords.invalid(value, problem)));
        }
    }

    private static void nodeSelector(Visit pod) {
        pod.texts("nodeSelector").forEach((key, value) -> {
            Checks.form(pod, "label", "nodeSelector", "label-key", key, Names::qualifiedNameProblems);
            Checks.form(pod, "label", "nodeSelector", "label-value", value, Names::labelValueProblems);
        });
    }
}
