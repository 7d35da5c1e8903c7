package drydock.model.drift;

import drydock.model.form.ServerDefaults;
import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes out what items of lists are told apart by where it is left to the server: older servers refuse a server-side
/// apply without it ("associative list with keys has an element that omits key field \"protocol\"").
public final class MergeKeys {

    private final Schema schema;

    private MergeKeys(Schema schema) {
        this.schema = schema;
    }

    /// The manifest with all keys of its lists' items.
    public static Map<String, Object> completed(Schema schema, Map<?, ?> manifest) {
        Map<String, Object> whole = Values.strings(manifest);
        return schema.kind(String.valueOf(whole.get("apiVersion")), String.valueOf(whole.get("kind")))
                .map(type -> new MergeKeys(schema).object(type, whole))
                .orElse(whole);
    }

    private Map<String, Object> object(SchemaObject type, Map<String, Object> fields) {
        Map<String, Object> result = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            SchemaField field = type.fieldOrNull(key);
            result.put(key, field == null ? value : value(field.type(), field.merging(), value));
        });
        return result;
    }

    private Object value(FieldType type, SchemaField.Merging merging, Object value) {
        if (value instanceof Map<?, ?> map) {
            return schema.object(type)
                    .map(inner -> (Object) object(inner, Values.strings(map)))
                    .orElse(value);
        }
        if (value instanceof List<?> list && type instanceof FieldType.ListOf(FieldType items)) {
            return schema.object(items)
                    .map(inner -> (Object) items(inner, merging.listMapKeys(), list))
                    .orElse(value);
        }
        return value;
    }

    private List<Object> items(SchemaObject type, List<String> keys, List<?> list) {
        List<Object> result = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof Map<?, ?> map) {
                Map<String, Object> completed = object(type, Values.strings(map));
                for (String key : keys) {
                    String usual = ServerDefaults.of(type.qualified(key));
                    if (!usual.isEmpty()) {
                        completed.putIfAbsent(key, usual);
                    }
                }
                result.add(completed);
            } else {
                result.add(item);
            }
        }
        return result;
    }
}
