package drydock.model.cel;

import dev.cel.runtime.CelEvaluationException;
import java.util.Objects;

/// What an expression comes to.
public sealed interface Outcome {

    /// A value: a Boolean, a String, a Long ...
    record Value(Object value) implements Outcome {}

    /// None, since a value that it asks for is not there or not right.
    ///
    /// @param reason why, in the words of the API server
    record Failure(String reason) implements Outcome {}

    /// It cannot be told here.
    record Unknown() implements Outcome {}

    static Outcome of(Object value) {
        return value instanceof Boolean || value instanceof String || value instanceof Number
                ? new Value(value)
                : new Unknown();
    }

    static Outcome of(CelEvaluationException failed) {
        String message = Objects.requireNonNullElse(failed.getMessage(), "");
        String reason = message.replaceFirst("^evaluation error(?: at [^:]*:\\d+)?: ", "");
        return switch (failed.getErrorCode()) {
            case ATTRIBUTE_NOT_FOUND ->
                new Failure(reason.replaceFirst("^key '(.*)' is not present in map\\.$", "no such key: $1"));
            case INDEX_OUT_OF_BOUNDS -> new Failure(reason.replaceFirst("^Index", "index"));
            case DIVIDE_BY_ZERO -> new Failure("division by zero");
            case INTERNAL_ERROR ->
                failed.getCause() instanceof IllegalArgumentException wrong
                        ? new Failure(Objects.requireNonNullElse(wrong.getMessage(), ""))
                        : new Unknown();
            default -> new Unknown();
        };
    }
}
