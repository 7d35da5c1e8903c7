package drydock.model.resource;

import java.util.Optional;

/// How a requirement holds a label's value against its own values (`pkg/selection/operator.go`).
public enum LabelOperator {
    EQUALS("="),
    DOUBLE_EQUALS("=="),
    NOT_EQUALS("!="),
    IN("in"),
    NOT_IN("notin"),
    EXISTS("exists"),
    DOES_NOT_EXIST("!"),
    GREATER_THAN("gt"),
    LESS_THAN("lt");

    private final String symbol;

    LabelOperator(String symbol) {
        this.symbol = symbol;
    }

    /// How a selector's text writes it.
    String symbol() {
        return symbol;
    }

    /// Whether it looks at no value, only at whether the label is there.
    boolean isUnary() {
        return this == EXISTS || this == DOES_NOT_EXIST;
    }

    /// The operator that objects call `name`: `In`, `NotIn`, `Exists`, `DoesNotExist`, and in node affinity
    /// also `Gt` and `Lt`.
    public static Optional<LabelOperator> named(String name) {
        return switch (name) {
            case "In" -> Optional.of(IN);
            case "NotIn" -> Optional.of(NOT_IN);
            case "Exists" -> Optional.of(EXISTS);
            case "DoesNotExist" -> Optional.of(DOES_NOT_EXIST);
            case "Gt" -> Optional.of(GREATER_THAN);
            case "Lt" -> Optional.of(LESS_THAN);
            default -> Optional.empty();
        };
    }
}
