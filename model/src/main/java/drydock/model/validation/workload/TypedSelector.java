package drydock.model.validation.workload;

import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelRequirement;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.Names;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A selector as it stands in a manifest.
record TypedSelector(Visit visit) {

    /// What it chooses; empty if it is of no valid form (`apimachinery/pkg/apis/meta/v1/helpers.go
    /// LabelSelectorAsSelector`).
    Optional<LabelSelector> selector() {
        List<LabelRequirement> requirements = new ArrayList<>();
        for (Map.Entry<String, String> label : visit.texts("matchLabels").entrySet()) {
            if (!areLabels(label.getKey(), List.of(label.getValue()))) {
                return Optional.empty();
            }
            requirements.add(new LabelRequirement(label.getKey(), LabelOperator.EQUALS, List.of(label.getValue())));
        }
        for (Visit expression : visit.each("matchExpressions")) {
            Optional<LabelRequirement> requirement = requirement(expression);
            if (requirement.isEmpty()) {
                return Optional.empty();
            }
            requirements.add(requirement.get());
        }
        return Optional.of(new LabelSelector(requirements, false));
    }

    boolean isEmpty() {
        return visit.texts("matchLabels").isEmpty()
                && visit.each("matchExpressions").isEmpty();
    }

    private static Optional<LabelRequirement> requirement(Visit expression) {
        List<String> values = expression.list("values");
        String key = expression.textOrEmpty("key");
        return LabelOperator.named(expression.textOrEmpty("operator"))
                .filter(o -> o != LabelOperator.GREATER_THAN && o != LabelOperator.LESS_THAN)
                .filter(o -> (o == LabelOperator.EXISTS || o == LabelOperator.DOES_NOT_EXIST) == values.isEmpty())
                .filter(_ -> areLabels(key, values))
                .map(o -> new LabelRequirement(key, o, values));
    }

    private static boolean areLabels(String key, List<String> values) {
        return Names.qualifiedNameProblems(key).isEmpty()
                && values.stream().allMatch(v -> Names.labelValueProblems(v).isEmpty());
    }

    /// As the API server writes it.
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!visit.texts("matchLabels").isEmpty()) {
            json.put("matchLabels", new TreeMap<>(visit.texts("matchLabels")));
        }
        List<Map<String, Object>> expressions =
                visit.each("matchExpressions").stream().map(TypedSelector::json).toList();
        if (!expressions.isEmpty()) {
            json.put("matchExpressions", expressions);
        }
        return json;
    }

    private static Map<String, Object> json(Visit expression) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", expression.textOrEmpty("key"));
        json.put("operator", expression.textOrEmpty("operator"));
        if (!expression.list("values").isEmpty()) {
            json.put("values", expression.list("values"));
        }
        return json;
    }
}
