package drydock.sim.extension;

import drydock.model.validation.Refusal;
import drydock.model.validation.ServerWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a schema refuses of a custom object, in the API server's words
/// (`kube-openapi/pkg/validation/errors/schema.go`).
final class SchemaCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Refusal> refusals = new ArrayList<>();

    private SchemaCheck() {}

    static List<Refusal> refusals(Map<?, ?> object, Map<?, ?> schema) {
        SchemaCheck check = new SchemaCheck();
        CustomKind.map(schema.get("properties")).forEach((key, property) -> {
            String name = String.valueOf(key);
            if (!name.equals("metadata")) {
                check.value(name, object.get(name), CustomKind.map(property));
            }
        });
        check.required("", object, schema);
        return check.refusals;
    }

    private void value(String path, @Nullable Object value, Map<?, ?> schema) {
        if (value == null) {
            return;
        }
        Object type = schema.get("type");
        boolean either = Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"));
        if (type instanceof String wanted && !either && !isOf(value, wanted)) {
            invalid(path, '"' + name(value) + '"', " must be of type " + wanted + ": \"" + name(value) + '"');
            return;
        }
        if (schema.get("enum") instanceof List<?> values && !values.contains(value)) {
            refusals.add(new Refusal(
                    path,
                    ServerWords.unsupportedOf(
                            value, values.stream().map(String::valueOf).toList())));
        }
        switch (value) {
            case String text -> text(path, text, schema);
            case Number number -> number(path, number, schema);
            case List<?> list -> items(path, list, schema);
            case Map<?, ?> map -> fields(path, map, schema);
            default -> {
                // a boolean has no bounds
            }
        }
    }

    private void fields(String path, Map<?, ?> map, Map<?, ?> schema) {
        required(path + ".", map, schema);
        Map<?, ?> properties = CustomKind.map(schema.get("properties"));
        map.forEach((key, inner) -> {
            Object property = properties.get(key);
            if (property != null) {
                value(path + "." + key, inner, CustomKind.map(property));
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
                value(path + "." + key, inner, values);
            }
        });
    }

    private void required(String prefix, Map<?, ?> map, Map<?, ?> schema) {
        for (Object name : CustomKind.list(schema.get("required"))) {
            if (map.get(name) == null) {
                refusals.add(new Refusal(prefix + name, ServerWords.required()));
            }
        }
    }

    private void items(String path, List<?> list, Map<?, ?> schema) {
        if (schema.get("maxItems") instanceof Number most && list.size() > most.intValue()) {
            refusals.add(new Refusal(path, ServerWords.tooMany(list.size(), most.intValue())));
        }
        if (schema.get("minItems") instanceof Number least && list.size() < least.intValue()) {
            invalid(path, Integer.toString(list.size()), " should have at least " + least + " items");
        }
        for (int i = 0; i < list.size(); i++) {
            value(path + "[" + i + "]", list.get(i), CustomKind.map(schema.get("items")));
        }
    }

    private void text(String path, String text, Map<?, ?> schema) {
        int length = text.codePointCount(0, text.length());
        if (schema.get("maxLength") instanceof Number most && length > most.intValue()) {
            refusals.add(new Refusal(path, ServerWords.tooLong(most.intValue())));
        }
        if (schema.get("minLength") instanceof Number least && length < least.intValue()) {
            invalid(path, JSON.writeValueAsString(text), " should be at least " + least + " chars long");
        }
        if (schema.get("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(text).find()) {
            invalid(path, JSON.writeValueAsString(text), " should match '" + pattern + "'");
        }
    }

    private void number(String path, Number number, Map<?, ?> schema) {
        BigDecimal value = exact(number);
        if (schema.get("minimum") instanceof Number least && value.compareTo(exact(least)) < 0) {
            invalid(path, number.toString(), " should be greater than or equal to " + text(least));
        }
        if (schema.get("maximum") instanceof Number most && value.compareTo(exact(most)) > 0) {
            invalid(path, number.toString(), " should be less than or equal to " + text(most));
        }
    }

    private static BigDecimal exact(Number number) {
        return new BigDecimal(number.toString());
    }

    /// As Go prints a float: a whole number without a fraction.
    private static String text(Number number) {
        return exact(number).stripTrailingZeros().toPlainString();
    }

    private void invalid(String path, String json, String words) {
        refusals.add(new Refusal(path, ServerWords.invalidRaw(json, path + " in body" + words)));
    }

    private static boolean isOf(Object value, String type) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "integer" ->
                value instanceof Number number
                        && new BigDecimal(number.toString())
                                        .stripTrailingZeros()
                                        .scale()
                                <= 0;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof List<?>;
            case "object" -> value instanceof Map<?, ?>;
            default -> true;
        };
    }

    private static String name(Object value) {
        return switch (value) {
            case String _ -> "string";
            case Integer _, Long _, java.math.BigInteger _ -> "integer";
            case Number _ -> "number";
            case Boolean _ -> "boolean";
            case List<?> _ -> "array";
            default -> "object";
        };
    }
}
