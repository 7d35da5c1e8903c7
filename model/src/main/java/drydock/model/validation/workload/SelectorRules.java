package drydock.model.validation.workload;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelRequirement;
import drydock.model.resource.LabelSelector;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Selectors, and that a workload's selector chooses the Pods of its own template
/// (`pkg/apis/apps/validation/validation.go`, `pkg/apis/core/validation ValidatePodTemplateSpecForRC`).
final class SelectorRules {

    static final String MISMATCH = "selector-template-mismatch";
    private static final String RULE = "selector";

    static final List<Rule> RULES = List.of(
            Rule.of("LabelSelectorRequirement", SelectorRules::values),
            new Rule.OfObject(
                    List.of("DeploymentSpec", "ReplicaSetSpec", "StatefulSetSpec", "DaemonSetSpec"),
                    SelectorRules::typed),
            Rule.of("ReplicationControllerSpec", SelectorRules::labels));

    private SelectorRules() {}

    private static void values(Visit requirement) {
        Optional<LabelOperator> operator = requirement.text("operator").flatMap(LabelOperator::named);
        boolean empty = requirement.each("values").isEmpty();
        if (operator.isPresent() && (isUnary(operator.get()) != empty)) {
            String key = empty ? "selector-values-needed" : "selector-values-forbidden";
            requirement.error(RULE, "values", key, requirement.text("operator").orElse(""));
        }
    }

    private static boolean isUnary(LabelOperator operator) {
        return operator == LabelOperator.EXISTS || operator == LabelOperator.DOES_NOT_EXIST;
    }

    private static void typed(Visit spec) {
        if (!(spec.value("selector") instanceof Map<?, ?>)) {
            return;
        }
        Visit selector = spec.in("selector");
        List<LabelRequirement> requirements = new ArrayList<>();
        selector.texts("matchLabels")
                .forEach((key, value) ->
                        requirements.add(new LabelRequirement(key, LabelOperator.EQUALS, List.of(value))));
        for (Visit expression : selector.each("matchExpressions")) {
            Optional<LabelRequirement> requirement = requirement(expression);
            if (requirement.isEmpty()) {
                spec.error(RULE, "selector", "selector-invalid");
                return;
            }
            requirements.add(requirement.get());
        }
        if (requirements.isEmpty()) {
            spec.error(RULE, "selector", "selector-empty");
        } else {
            template(spec, new LabelSelector(requirements, false));
        }
    }

    private static Optional<LabelRequirement> requirement(Visit expression) {
        List<String> values = expression.value("values") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return expression
                .text("operator")
                .flatMap(LabelOperator::named)
                .filter(o -> o != LabelOperator.GREATER_THAN && o != LabelOperator.LESS_THAN)
                .filter(o -> isUnary(o) == values.isEmpty())
                .map(o -> new LabelRequirement(expression.text("key").orElse(""), o, values));
    }

    /// A controller without a selector takes the labels of its template.
    private static void labels(Visit spec) {
        Map<String, String> selector = spec.texts("selector");
        if (!selector.isEmpty()) {
            template(spec, LabelSelector.ofLabels(selector));
        }
    }

    private static void template(Visit spec, LabelSelector selector) {
        if (spec.has("template")) {
            Visit meta = spec.in("template").in("metadata");
            if (!selector.matches(meta.texts("labels"))) {
                FieldPath labels = spec.path().key("template").key("metadata").key("labels");
                spec.error(MISMATCH, labels, MISMATCH, selector);
            }
        }
    }
}
