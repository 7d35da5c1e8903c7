package drydock.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is wrong with the values of a custom kind, in the API server's words
/// (`kube-openapi/pkg/validation/errors/schema.go`, which
/// `apiextensions-apiserver/pkg/apiserver/validation/validation.go kubeOpenAPIResultToFieldErrors` turns to others).
final class CustomIssues {

    static final String RULE = "custom-value";

    private static final String EXPRESSION = "custom-rule";

    private final List<CustomIssue> all = new ArrayList<>();
    private int matches;

    List<CustomIssue> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// Takes all that is wrong by `other`.
    void add(CustomIssues other) {
        all.addAll(other.all);
        matches += other.matches;
    }

    /// How much was held against schemas: of several schemas that do not fit, the API server tells of the one with
    /// the most (`validate/result.go MatchCount`).
    int matches() {
        return matches;
    }

    void matched(int count) {
        matches += count;
    }

    void required(CustomPath at) {
        tell(Checks.REQUIRED, at, "required-field", ServerWords.required(), at.name());
    }

    void type(CustomPath at, String wanted, @Nullable Object value, String found) {
        String words = at.name() + " in body must be of type " + wanted + ": \"" + found + "\"";
        tell("type", at, "custom-type", ServerWords.invalid(found, words), wanted, ScalarTypes.shown(value));
    }

    void value(CustomPath at, String key, String words, Object... arguments) {
        tell(RULE, at, key, words, arguments);
    }

    /// What is wrong with the whole at `at`, of which the API server names no field.
    void whole(CustomPath at, String key, String detail) {
        String words = ServerWords.invalid("", "\"" + at.name() + "\" " + detail);
        all.add(new CustomIssue(RULE, at, true, key, words, List.of(at.name())));
    }

    /// That a rule of the definition does not hold.
    ///
    /// @param type the type that the schema gives the value
    void rule(CustomPath at, String type, CustomRule rule, String message) {
        tell(EXPRESSION, at, CustomIssue.RULE_BROKEN, rule.words(type, message), message, rule.text());
    }

    /// That a rule of the definition cannot be computed.
    void ruleFailed(CustomPath at, String type, CustomRule rule, String reason) {
        String words = reason + " evaluating rule: " + rule.name();
        tell(EXPRESSION, at, "custom-rule-failed", ServerWords.invalid(type, words), reason, rule.text());
    }

    /// Whether rules in CEL are not held against an object with these, since other things have to be right first
    /// (`apiextensions-apiserver/pkg/registry/customresource/strategy.go hasBlockingErr`).
    static boolean isBlocked(List<CustomIssue> issues) {
        return issues.stream().anyMatch(CustomIssue::isBlocking);
    }

    void unsupported(CustomPath at, @Nullable Object value, List<String> values) {
        tell(
                Enumerations.RULE,
                at,
                "unsupported-value",
                ServerWords.unsupportedOf(value == null ? "null" : value, values),
                ScalarTypes.shown(value),
                String.join(", ", values));
    }

    private void tell(String rule, CustomPath at, String key, String words, Object... arguments) {
        all.add(new CustomIssue(rule, at, false, key, words, List.of(arguments)));
    }

    /// The type of a value by its name in JSON.
    static String typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String _ -> "string";
            case Boolean _ -> "boolean";
            case Number number -> CustomScalars.isWhole(number) ? "integer" : "number";
            case Map<?, ?> _ -> "object";
            case List<?> _ -> "array";
            default -> Objects.requireNonNull(value).getClass().getSimpleName();
        };
    }
}
