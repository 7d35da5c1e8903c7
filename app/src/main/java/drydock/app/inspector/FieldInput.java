package drydock.app.inspector;

import java.util.LinkedHashMap;
import java.util.Map;

/// What was entered into a field, as the value it stands for.
sealed interface FieldInput {

    /// The field is to be taken away.
    record Nothing() implements FieldInput {}

    /// The field is to have this value.
    record Value(Object value) implements FieldInput {}

    /// It cannot be understood.
    ///
    /// @param problem the key of what is wrong, in the messages
    record Wrong(String problem) implements FieldInput {}

    /// Reads what was entered.
    static FieldInput read(FormField.Kind kind, String entered) {
        String text = entered.strip();
        if (text.isEmpty()) {
            return new Nothing();
        }
        return switch (kind) {
            case FormField.Kind.Text _ -> new Value(text);
            case FormField.Kind.Choice _ -> new Value(text);
            case FormField.Kind.WholeNumber _ ->
                text.matches("-?\\d{1,9}") ? new Value(Integer.valueOf(text)) : new Wrong("wrong.number");
            case FormField.Kind.Port _ -> text.matches("\\d{1,9}") ? new Value(Integer.valueOf(text)) : new Value(text);
            case FormField.Kind.Pairs _ -> pairs(text);
        };
    }

    private static FieldInput pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split("[,\\n]", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = equals < 0 ? "" : pair.substring(0, equals).strip();
            if (key.isEmpty() || pairs.put(key, pair.substring(equals + 1).strip()) != null) {
                return new Wrong("wrong.pairs");
            }
        }
        return pairs.isEmpty() ? new Nothing() : new Value(pairs);
    }
}
