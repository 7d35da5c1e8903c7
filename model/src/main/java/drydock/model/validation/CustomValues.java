package drydock.model.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds values against the schema of a custom kind: types and all else that is told of values, but not which fields
/// there are (`kube-openapi/pkg/validation/validate/schema.go`).
///
/// @param issues where it is told
record CustomValues(CustomIssues issues) {

    /// Holds a value against its schema, and all that is in it.
    void check(CustomSchema schema, @Nullable Object value, CustomPath at) {
        type(schema, value, at);
        if (value == null) {
            chosen(schema, null, at);
            return;
        }
        new CustomCombinations(issues).check(schema, value, at);
        switch (value) {
            case String text -> CustomScalars.text(issues, schema, text, at);
            case Number number -> CustomScalars.number(issues, schema, new BigDecimal(number.toString()), at);
            case List<?> list -> items(schema, list, at);
            default -> {
                // a boolean has no bounds, an object comes last
            }
        }
        chosen(schema, value, at);
        if (value instanceof Map<?, ?> map) {
            object(schema, map, at);
        }
        issues.matched(3);
    }

    private void type(CustomSchema schema, @Nullable Object value, CustomPath at) {
        List<String> types = schema.types();
        if (value == null ? types.isEmpty() || schema.is("nullable") : CustomScalars.isFormatted(schema, value)) {
            return;
        }
        String found = CustomIssues.typeOf(value);
        if (value != null && !CustomScalars.format(schema).isEmpty() && !types.contains(found)) {
            issues.type(at, CustomScalars.format(schema), value, CustomScalars.formatOf(value));
        } else if (!types.isEmpty() && !isOneOf(types, found)) {
            issues.type(at, String.join(",", types), value, found);
        } else {
            issues.matched(1);
        }
        issues.matched(1);
    }

    private static boolean isOneOf(List<String> types, String found) {
        return types.contains(found) || (found.equals("integer") && types.contains("number"));
    }

    private void chosen(CustomSchema schema, @Nullable Object value, CustomPath at) {
        List<?> values = schema.list("enum");
        if (!values.isEmpty() && values.stream().noneMatch(one -> isSame(one, value))) {
            issues.unsupported(at, value, values.stream().map(String::valueOf).collect(Collectors.toList()));
        }
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one instanceof Number a && other instanceof Number b
                ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0
                : one == null ? other == null : one.equals(other);
    }

    private void items(CustomSchema schema, List<?> list, CustomPath at) {
        if (schema.has("items")) {
            for (int i = 0; i < list.size(); i++) {
                check(schema.in("items"), list.get(i), at.index(i));
            }
        }
        CustomScalars.length(issues, schema, list, at);
        issues.matched(2);
    }

    private void object(CustomSchema schema, Map<?, ?> map, CustomPath at) {
        issues.matched(1);
        if (!CustomScalars.size(issues, schema, map, at)) {
            return;
        }
        new TreeMap<>(keyed(map)).forEach((name, value) -> {
            if (schema.knows(name)) {
                check(schema.property(name), value.orElse(null), at.key(name));
            } else if (schema.written().get("additionalProperties") instanceof Map<?, ?>) {
                check(schema.in("additionalProperties"), value.orElse(null), at.key(name));
            }
        });
        schema.required().stream()
                .filter(name -> !map.containsKey(name))
                .forEach(name -> issues.required(at.key(name)));
    }

    private static Map<String, java.util.Optional<Object>> keyed(Map<?, ?> map) {
        Map<String, java.util.Optional<Object>> keyed = new TreeMap<>();
        map.forEach((key, value) -> keyed.put(String.valueOf(key), java.util.Optional.ofNullable(value)));
        return keyed;
    }
}
