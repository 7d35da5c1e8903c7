package drydock.model.validation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Holds values against the schema of a custom kind: types, fields, and what else is told of values.
///
/// @param issues where it is told
record CustomValues(CustomIssues issues) {

    /// Holds the field `name` of an object against the object's schema. A field that is null is as good as not there.
    void field(CustomSchema object, String name, @Nullable Object value, CustomPath at) {
        if (value == null) {
            return;
        }
        if (object.knows(name)) {
            value(object.property(name), value, at);
        } else if (object.has("additionalProperties")) {
            value(object.in("additionalProperties"), value, at);
        } else if (!object.takesMore()) {
            issues.unknown(at);
        }
    }

    /// Holds a value against its schema, and all that is in it.
    void value(CustomSchema schema, @Nullable Object value, CustomPath at) {
        if (value == null) {
            if (!schema.is("nullable") && !schema.type().isEmpty()) {
                issues.type(at, schema.type(), null);
            }
            return;
        }
        if (!isOfType(schema, value)) {
            issues.type(at, schema.is("x-kubernetes-int-or-string") ? "integer or string" : schema.type(), value);
            return;
        }
        switch (value) {
            case Map<?, ?> map -> object(schema, map, at);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    value(schema.in("items"), list.get(i), at.index(i));
                }
            }
            default -> {}
        }
        said(schema, value, at);
    }

    private void object(CustomSchema schema, Map<?, ?> map, CustomPath at) {
        boolean embedded = schema.is("x-kubernetes-embedded-resource");
        boolean open = schema.type().isEmpty() && !schema.has("properties");
        new TreeMap<String, @Nullable Object>(texts(map)).forEach((name, value) -> {
            boolean own = embedded && Set.of("apiVersion", "kind", "metadata").contains(name);
            if (!own && !open) {
                field(schema, name, value, at.key(name));
            }
        });
        schema.required().stream()
                .filter(name -> map.get(name) == null && !schema.property(name).hasDefault())
                .forEach(name -> issues.required(at.key(name)));
    }

    private static Map<String, @Nullable Object> texts(Map<?, ?> map) {
        Map<String, @Nullable Object> texts = new TreeMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), value));
        return texts;
    }

    private static boolean isOfType(CustomSchema schema, Object value) {
        if (schema.is("x-kubernetes-int-or-string")) {
            return value instanceof String || isWhole(value);
        }
        return switch (schema.type()) {
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> isWhole(value);
            case "number" -> value instanceof Number;
            case "array" -> value instanceof List<?>;
            case "object" -> value instanceof Map<?, ?>;
            default -> true;
        };
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || (value instanceof Double d && d == Math.rint(d));
    }

    /// What is told of a value besides its type; also by schemas that are combined.
    private void said(CustomSchema schema, Object value, CustomPath at) {
        List<String> values = schema.strings("enum");
        if (!values.isEmpty() && !values.contains(String.valueOf(value))) {
            issues.unsupported(at, value, values);
        }
        switch (value) {
            case String text -> CustomScalars.text(issues, schema, text, at);
            case Number number -> CustomScalars.number(issues, schema, new BigDecimal(number.toString()), at);
            case Map<?, ?> map -> CustomScalars.size(issues, schema, map, at);
            case List<?> list -> items(schema, list, at);
            default -> {}
        }
        combined(schema, value, at);
    }

    private void items(CustomSchema schema, List<?> list, CustomPath at) {
        CustomScalars.length(issues, schema, list, at);
        String kind = schema.text("x-kubernetes-list-type");
        if (kind.equals("set") || kind.equals("map")) {
            List<String> keys = schema.strings("x-kubernetes-list-map-keys");
            Set<Object> seen = new HashSet<>();
            for (int i = 0; i < list.size(); i++) {
                Object item = kind.equals("map") ? keysOf(list.get(i), keys) : list.get(i);
                if (item != null && !seen.add(item)) {
                    String shown = ScalarTypes.shown(item instanceof Map<?, ?> ? String.valueOf(item) : item);
                    issues.value(at.index(i), "custom-duplicate", ServerWords.duplicate(item), shown);
                }
            }
        }
    }

    private static Object keysOf(@Nullable Object item, List<String> keys) {
        Map<String, @Nullable Object> of = new TreeMap<>();
        if (item instanceof Map<?, ?> map) {
            keys.forEach(key -> of.put(key, map.get(key)));
        }
        return of;
    }

    private void combined(CustomSchema schema, Object value, CustomPath at) {
        schema.each("allOf").forEach(part -> part(part, value, at));
        List<CustomSchema> any = schema.each("anyOf");
        if (!any.isEmpty() && any.stream().noneMatch(part -> fits(part, value, at))) {
            issues.value(at, "custom-any", said(at, "must validate at least one schema (anyOf)"), at.name());
        }
        List<CustomSchema> one = schema.each("oneOf");
        if (!one.isEmpty() && one.stream().filter(part -> fits(part, value, at)).count() != 1) {
            issues.value(at, "custom-one", said(at, "must validate one and only one schema (oneOf)"), at.name());
        }
        if (schema.has("not") && fits(schema.in("not"), value, at)) {
            issues.value(at, "custom-not", said(at, "must not validate the schema (not)"), at.name());
        }
    }

    private static String said(CustomPath at, String words) {
        return "Invalid value: " + (at.name().isEmpty() ? "\"\"" : at.name()) + " in body " + words;
    }

    private static boolean fits(CustomSchema part, Object value, CustomPath at) {
        CustomIssues issues = CustomIssues.counting();
        new CustomValues(issues).part(part, value, at);
        return issues.isEmpty();
    }

    /// A schema within `allOf`, `anyOf`, `oneOf` or `not`: it tells of values, and nothing of which fields there are.
    private void part(CustomSchema part, @Nullable Object value, CustomPath at) {
        if (value == null) {
            return;
        }
        if (!isOfType(part, value)) {
            issues.type(at, part.type(), value);
            return;
        }
        switch (value) {
            case Map<?, ?> map -> {
                part.in("properties")
                        .written()
                        .keySet()
                        .forEach(name ->
                                part(part.property(String.valueOf(name)), map.get(name), at.key(String.valueOf(name))));
                part.required().stream()
                        .filter(name -> map.get(name) == null)
                        .forEach(name -> issues.required(at.key(name)));
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    part(part.in("items"), list.get(i), at.index(i));
                }
            }
            default -> {}
        }
        said(part, value, at);
    }
}
