package drydock.model.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One condition on one label (`apimachinery/pkg/labels/selector.go Requirement`).
///
/// @param key the label's key
/// @param operator the comparison
/// @param values what it is compared with; none for the operators that ask only whether the label is there
public record LabelRequirement(String key, LabelOperator operator, List<String> values) {

    public LabelRequirement {
        values = List.copyOf(values);
        if (operator.isUnary() != values.isEmpty()) {
            throw new IllegalArgumentException("values " + values + " for operator " + operator.symbol());
        }
    }

    /// Whether the condition holds for an object with these labels; no labels may be given as null.
    public boolean matches(@Nullable Map<String, String> labels) {
        String value = labels == null ? null : labels.get(key);
        return switch (operator) {
            case EQUALS, DOUBLE_EQUALS, IN -> value != null && values.contains(value);
            case NOT_EQUALS, NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
            case GREATER_THAN -> value != null && compare(value) > 0;
            case LESS_THAN -> value != null && compare(value) < 0;
        };
    }

    /// Where the label's value stands to the requirement's, both as whole numbers; 0 if either is none.
    private int compare(String value) {
        try {
            return Long.compare(Long.parseLong(value), Long.parseLong(values.getFirst()));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    /// As `kubectl` prints it: `app=web`, `tier in (a,b)`, `!canary`.
    @Override
    public String toString() {
        return switch (operator) {
            case EXISTS -> key;
            case DOES_NOT_EXIST -> "!" + key;
            case IN, NOT_IN ->
                key + " " + operator.symbol() + " ("
                        + String.join(",", values.stream().sorted().toList()) + ")";
            case EQUALS, DOUBLE_EQUALS, NOT_EQUALS -> key + operator.symbol() + values.getFirst();
            case GREATER_THAN -> key + ">" + values.getFirst();
            case LESS_THAN -> key + "<" + values.getFirst();
        };
    }
}
