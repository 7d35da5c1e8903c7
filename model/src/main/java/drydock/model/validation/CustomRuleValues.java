package drydock.model.validation;

import drydock.model.cel.Values;
import drydock.model.resource.GoDuration;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values of a custom kind as the rules of its schema see them: only the fields that the schema names
/// (`apiextensions-apiserver/pkg/apiserver/schema/cel/values.go UnstructuredToVal`).
final class CustomRuleValues {

    private CustomRuleValues() {}

    /// The value of an object of the kind itself, or of one that is embedded.
    static Object object(CustomSchema schema, Map<?, ?> object) {
        Map<String, Object> fields = fields(schema, object);
        CustomSchema.OWN.stream()
                .filter(object::containsKey)
                .forEach(
                        name -> fields.put(name, name.equals("metadata") ? names(object.get(name)) : object.get(name)));
        return fields;
    }

    /// Of the metadata, rules see the name alone.
    private static Map<String, Object> names(@Nullable Object metadata) {
        Map<String, Object> names = new LinkedHashMap<>();
        if (metadata instanceof Map<?, ?> map) {
            List.of("name", "generateName").forEach(key -> {
                if (map.get(key) instanceof String name) {
                    names.put(key, name);
                }
            });
        }
        return names;
    }

    static Object of(CustomSchema schema, @Nullable Object value) {
        return switch (value) {
            case null -> Values.NULL;
            case Map<?, ?> map when schema.is("x-kubernetes-embedded-resource") -> object(schema, map);
            case Map<?, ?> map when schema.has("properties") -> fields(schema, map);
            case Map<?, ?> map -> entries(schema, map);
            case List<?> list -> items(schema.in("items"), list);
            case String text -> text(schema, text);
            case Number number -> number(schema, number);
            default -> value;
        };
    }

    private static Map<String, Object> fields(CustomSchema schema, Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (schema.knows(name)) {
                Values.fieldName(name).ifPresent(called -> fields.put(called, of(schema.property(name), value)));
            }
        });
        return fields;
    }

    private static Map<String, Object> entries(CustomSchema schema, Map<?, ?> map) {
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), of(schema.in("additionalProperties"), value)));
        return entries;
    }

    private static List<Object> items(CustomSchema schema, List<?> list) {
        List<Object> items = new ArrayList<>();
        list.forEach(item -> items.add(of(schema, item)));
        return items;
    }

    private static Object number(CustomSchema schema, Number number) {
        boolean whole = CustomScalars.isWhole(number) && !schema.type().equals("number");
        return whole ? (Object) number.longValue() : (Object) number.doubleValue();
    }

    /// What cannot be read as its format says stays a text.
    private static Object text(CustomSchema schema, String text) {
        try {
            return switch (schema.text("format")) {
                case "date-time" -> OffsetDateTime.parse(text).toInstant();
                case "date" ->
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                case "duration" ->
                    GoDuration.parse(text).map(Object.class::cast).orElse(text);
                case "byte" -> Values.bytes(Base64.getDecoder().decode(text));
                default -> text;
            };
        } catch (DateTimeException | IllegalArgumentException otherwise) {
            return text;
        }
    }
}
