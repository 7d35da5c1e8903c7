package drydock.model.validation;

import drydock.model.cel.Expression;
import drydock.model.cel.Outcome;
import java.util.Map;

/// A rule in CEL of a schema (`apiextensions/v1 ValidationRule`).
///
/// @param text the rule as it is written
/// @param writtenMessage what is said where it does not hold; empty if that is not written
/// @param messageText an expression that gives the message; empty if there is none
/// @param reason the kind of error, as `FieldValueForbidden`; empty if none is written
/// @param fieldPath the field inside that is to blame, as `.size`; empty if it is the whole
/// @param takesNew whether it is held against objects that take the place of none
record CustomRule(
        String text, String writtenMessage, String messageText, String reason, String fieldPath, boolean takesNew) {

    static CustomRule of(Map<?, ?> written) {
        return new CustomRule(
                text(written, "rule"),
                text(written, "message"),
                text(written, "messageExpression"),
                text(written, "reason"),
                text(written, "fieldPath"),
                Boolean.TRUE.equals(written.get("optionalOldSelf")));
    }

    private static String text(Map<?, ?> written, String key) {
        return written.get(key) instanceof String text ? text.strip() : "";
    }

    Expression expression() {
        return Expression.of(text);
    }

    /// What is said where it does not hold.
    ///
    /// @param values what its variables were
    String message(Map<String, Object> values) {
        if (!messageText.isEmpty()
                && Expression.of(messageText).evaluate(values) instanceof Outcome.Value(String computed)
                && !computed.isBlank()
                && computed.strip().indexOf('\n') < 0) {
            return computed.strip();
        }
        return writtenMessage.isEmpty() ? "failed rule: " + text : writtenMessage;
    }

    /// What it is called by where it cannot be computed.
    String name() {
        return writtenMessage.isEmpty() ? text : writtenMessage;
    }

    /// What the API server says behind the path of the field.
    ///
    /// @param type the type that the schema gives the value
    String words(String type, String message) {
        return switch (reason) {
            case "FieldValueForbidden" -> ServerWords.forbidden(message);
            case "FieldValueRequired" -> ServerWords.required(message);
            case "FieldValueDuplicate" -> ServerWords.duplicate(type);
            default -> ServerWords.invalid(type, message);
        };
    }
}
