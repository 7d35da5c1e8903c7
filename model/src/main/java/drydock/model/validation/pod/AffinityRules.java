package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Requirements;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Which nodes a Pod wants (`pkg/apis/core/validation/validation.go ValidateNodeSelectorRequirement`,
/// `ValidateNodeFieldSelectorRequirement`, `ValidatePreferredSchedulingTerms`).
final class AffinityRules {

    private static final String RULE = "affinity";
    private static final int MOST_WEIGHT = 100;

    /// From this version on the values that a node must have are looked at; those that it should have never are.
    private static final int LABEL_VALUES = 33;

    private static final FieldPath.Key PREFERRED = new FieldPath.Key("preferredDuringSchedulingIgnoredDuringExecution");

    static final List<Rule> RULES = List.of(
            Rule.of("NodeSelectorTerm", AffinityRules::term),
            new Rule.OfObject(List.of("PreferredSchedulingTerm", "WeightedPodAffinityTerm"), AffinityRules::weight),
            Rule.of("PodSpec", pod -> Requirements.labels(pod, "nodeSelector")));

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
            operator(requirement);
            Requirements.key(requirement);
            if (!preferred && term.version().atLeast(LABEL_VALUES)) {
                Requirements.values(requirement);
            }
        });
        term.each("matchFields").forEach(AffinityRules::nodeField);
    }

    /// Two operators compare with one number.
    private static void operator(Visit requirement) {
        Requirements.operator(requirement, RULE);
        String operator = requirement.textOrEmpty("operator");
        boolean compares = operator.equals("Gt") || operator.equals("Lt");
        if (compares && requirement.list("values").size() != 1) {
            requirement
                    .error(RULE, "values", "affinity-one-value", operator)
                    .words(ServerWords.required("must be specified single value when `operator` is 'Lt' or 'Gt'"));
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
}
