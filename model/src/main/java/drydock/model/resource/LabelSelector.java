package drydock.model.resource;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A choice of objects by their labels: those that meet every requirement.
///
/// **Everything and nothing.** A selector without requirements chooses all; in the API one that is not
/// there (null) chooses none, and so does the empty one of a Service. The factories know these rules, so
/// ask for the one that is meant.
///
/// @param requirements the conditions, ordered by key
/// @param nothing whether it chooses no object at all; then it has no requirements
public record LabelSelector(List<LabelRequirement> requirements, boolean nothing) {

    /// Chooses every object.
    public static final LabelSelector EVERYTHING = new LabelSelector(List.of(), false);

    /// Chooses no object.
    public static final LabelSelector NOTHING = new LabelSelector(List.of(), true);

    public LabelSelector {
        requirements = requirements.size() < 2
                ? List.copyOf(requirements)
                : requirements.stream()
                        .sorted(Comparator.comparing(LabelRequirement::key))
                        .toList();
        if (nothing && !requirements.isEmpty()) {
            throw new IllegalArgumentException("what chooses nothing has no requirements: " + requirements);
        }
    }

    /// Reads what `kubectl -l` takes: `app=web,tier in (a,b),!canary`; an empty text chooses everything.
    ///
    /// @throws IllegalArgumentException with the message of `labels.Parse` if `text` is not of that form
    public static LabelSelector parse(String text) {
        return new LabelSelector(new LabelSelectorParser(text).parse(), false);
    }

    /// Of a map of labels and their values (`labels.SelectorFromSet`): none, or null, chooses everything.
    public static LabelSelector ofLabels(@Nullable Map<String, String> labels) {
        return labels == null ? EVERYTHING : new LabelSelector(equalities(labels), false);
    }

    /// Of a Service's `spec.selector`, where an empty one chooses nothing
    /// (`pkg/controller/endpoint/endpoints_controller.go syncService`).
    public static LabelSelector ofService(@Nullable Map<String, String> labels) {
        return labels == null || labels.isEmpty() ? NOTHING : ofLabels(labels);
    }

    /// Whether a Service with this `spec.selector` chooses what has these labels: the same as [#ofService] says, with
    /// less work where each selector is asked once.
    public static boolean isChosenByService(
            @Nullable Map<String, String> selector, @Nullable Map<String, String> labels) {
        if (selector == null || selector.isEmpty() || labels == null) {
            return false;
        }
        for (Map.Entry<String, String> wanted : selector.entrySet()) {
            String value = wanted.getValue() == null ? "" : wanted.getValue();
            if (!value.equals(labels.get(wanted.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /// Of the API's typed selector (`metav1.LabelSelectorAsSelector`): null chooses nothing, an empty one
    /// everything; one with an operator that does not exist, or with values that do not fit it, is refused
    /// by the API server and chooses nothing.
    public static LabelSelector of(io.fabric8.kubernetes.api.model.@Nullable LabelSelector selector) {
        if (selector == null) {
            return NOTHING;
        }
        List<LabelRequirement> requirements = new ArrayList<>();
        if (selector.getMatchLabels() != null) {
            requirements.addAll(equalities(selector.getMatchLabels()));
        }
        if (selector.getMatchExpressions() != null) {
            for (LabelSelectorRequirement expression : selector.getMatchExpressions()) {
                Optional<LabelRequirement> requirement = requirement(expression);
                if (requirement.isEmpty()) {
                    return NOTHING;
                }
                requirements.add(requirement.get());
            }
        }
        return new LabelSelector(requirements, false);
    }

    private static List<LabelRequirement> equalities(Map<String, String> labels) {
        List<LabelRequirement> requirements = new ArrayList<>(labels.size());
        labels.forEach((key, value) ->
                requirements.add(new LabelRequirement(key, LabelOperator.EQUALS, List.of(value == null ? "" : value))));
        return requirements;
    }

    private static Optional<LabelRequirement> requirement(LabelSelectorRequirement expression) {
        if (expression.getKey() == null || expression.getOperator() == null) {
            return Optional.empty();
        }
        List<String> values = expression.getValues() == null ? List.of() : expression.getValues();
        return LabelOperator.named(expression.getOperator())
                .filter(o -> o != LabelOperator.GREATER_THAN && o != LabelOperator.LESS_THAN)
                .filter(o -> o.isUnary() == values.isEmpty())
                .map(o -> new LabelRequirement(expression.getKey(), o, values));
    }

    /// Whether an object with these labels is chosen; no labels may be given as null.
    public boolean matches(@Nullable Map<String, String> labels) {
        if (nothing) {
            return false;
        }
        for (LabelRequirement requirement : requirements) {
            if (!requirement.matches(labels)) {
                return false;
            }
        }
        return true;
    }

    /// Whether `object` is chosen by its labels.
    public boolean matches(HasMetadata object) {
        return matches(
                object.getMetadata() == null ? null : object.getMetadata().getLabels());
    }

    /// Whether every object is chosen.
    public boolean isEverything() {
        return !nothing && requirements.isEmpty();
    }

    /// As `kubectl` prints it, `app=web,tier in (a,b)`; empty for everything and for nothing.
    @Override
    public String toString() {
        return requirements.stream().map(LabelRequirement::toString).collect(Collectors.joining(","));
    }
}
