package drydock.app.editor;

import drydock.app.text.Messages;
import drydock.model.resource.FieldType;
import drydock.model.resource.SchemaField;
import java.util.ArrayList;
import java.util.List;

/// What is told of a field of the API, in the user's language.
record FieldWords(Messages messages) {

    /// So many of the values that a field may have are told.
    private static final int MOST_VALUES = 12;

    /// What values a field takes, as "list of PodSpec".
    String type(FieldType type) {
        return switch (type) {
            case FieldType.Text(String format, var _) ->
                format.isEmpty() ? messages.get("type.text") : messages.get("type.format", format);
            case FieldType.Whole _ -> messages.get("type.whole");
            case FieldType.Fraction _ -> messages.get("type.fraction");
            case FieldType.Flag _ -> messages.get("type.flag");
            case FieldType.Amount _ -> messages.get("type.amount");
            case FieldType.IntOrText _ -> messages.get("type.intOrText");
            case FieldType.Anything _ -> messages.get("type.anything");
            case FieldType.ListOf(FieldType items) -> messages.get("type.list", type(items));
            case FieldType.MapOf(FieldType values) -> messages.get("type.map", type(values));
            case FieldType.ObjectOf(String definition) ->
                definition.isEmpty() ? messages.get("type.object") : shortName(definition);
        };
    }

    /// A field of `definition` in one line: where it belongs, whether it must be there, and what it may be.
    String line(String definition, SchemaField field) {
        List<String> parts = new ArrayList<>();
        parts.add(shortName(definition) + "." + field.name());
        parts.add(type(field.type()));
        if (field.required()) {
            parts.add(messages.get("field.required"));
        }
        if (field.type() instanceof FieldType.Text(var _, List<String> values) && !values.isEmpty()) {
            String shown = String.join(", ", values.subList(0, Math.min(MOST_VALUES, values.size())));
            parts.add(messages.get("field.values", values.size() > MOST_VALUES ? shown + ", …" : shown));
        }
        return String.join(" · ", parts);
    }

    private static String shortName(String definition) {
        return definition.substring(definition.lastIndexOf('.') + 1);
    }
}
