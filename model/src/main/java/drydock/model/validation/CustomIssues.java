package drydock.model.validation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells what is wrong with the values of a custom kind in the API server's words
/// (`kube-openapi/pkg/validation/validate`), or, to find out whether one of several schemas fits, only counts it.
final class CustomIssues {

    static final String RULE = "custom-value";

    private final @Nullable Visit top;
    private int count;

    CustomIssues(@Nullable Visit top) {
        this.top = top;
    }

    /// Where nothing is told.
    static CustomIssues counting() {
        return new CustomIssues(null);
    }

    boolean isEmpty() {
        return count == 0;
    }

    void required(CustomPath at) {
        tell(Checks.REQUIRED, at, "required-field", ServerWords.required(), at.name());
    }

    void unknown(CustomPath at) {
        count++;
        if (top != null) {
            top.errorAtKey(SchemaWalk.UNKNOWN_FIELD, at.path(), "unknown-field", at.name());
        }
    }

    void type(CustomPath at, String wanted, @Nullable Object value) {
        String words = at.name() + " in body must be of type " + wanted + ": \"" + typeOf(value) + "\"";
        tell("type", at, "custom-type", ServerWords.invalid(typeOf(value), words), wanted, ScalarTypes.shown(value));
    }

    void value(CustomPath at, String key, String words, Object... arguments) {
        tell(RULE, at, key, words, arguments);
    }

    void unsupported(CustomPath at, Object value, java.util.List<String> values) {
        tell(
                Enumerations.RULE,
                at,
                "unsupported-value",
                ServerWords.unsupported(value, values),
                ScalarTypes.shown(value),
                String.join(", ", values));
    }

    private void tell(String rule, CustomPath at, String key, String words, Object... arguments) {
        count++;
        if (top != null) {
            top.errorCalled(at.name(), rule, at.path(), key, arguments).words(words);
        }
    }

    private static String typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String _ -> "string";
            case Boolean _ -> "boolean";
            case Integer _, Long _ -> "integer";
            case Number _ -> "number";
            case java.util.Map<?, ?> _ -> "object";
            case java.util.List<?> _ -> "array";
            default -> Objects.requireNonNull(value).getClass().getSimpleName();
        };
    }
}
