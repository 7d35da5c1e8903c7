package drydock.sim.extension;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a schema drops of a custom object and fills into it
/// (`apiextensions-apiserver/pkg/apiserver/schema/{pruning,defaulting}`).
final class Defaulting {

    private Defaulting() {}

    /// The object without the fields that the schema does not know, and with the values it gives where none is.
    ///
    /// @param root whether this is the whole object, of which the usual fields are always known
    static @Nullable Object complete(@Nullable Object value, Map<?, ?> schema, boolean root) {
        if (value instanceof Map<?, ?> map) {
            return fields(map, schema, root);
        }
        if (value instanceof List<?> list) {
            Map<?, ?> items = CustomKind.map(schema.get("items"));
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(item -> all.add(complete(item, items, false)));
            return all;
        }
        return value;
    }

    private static Map<String, Object> fields(Map<?, ?> map, Map<?, ?> schema, boolean root) {
        Map<?, ?> properties = CustomKind.map(schema.get("properties"));
        Object rest = schema.get("additionalProperties");
        boolean open = Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))
                || Boolean.TRUE.equals(rest)
                || (!root && properties.isEmpty() && rest == null && schema.isEmpty());
        Map<String, Object> all = new LinkedHashMap<>();
        map.forEach((key, inner) -> {
            String name = String.valueOf(key);
            boolean usual = root && List.of("apiVersion", "kind", "metadata").contains(name);
            if (usual) {
                all.put(name, inner);
            } else if (properties.containsKey(name)) {
                put(all, name, complete(inner, CustomKind.map(properties.get(name)), false));
            } else if (rest instanceof Map<?, ?> values) {
                put(all, name, complete(inner, values, false));
            } else if (open) {
                put(all, name, inner);
            }
        });
        properties.forEach((key, property) -> {
            Object given = CustomKind.map(property).get("default");
            if (given != null && all.get(String.valueOf(key)) == null) {
                put(all, String.valueOf(key), complete(given, CustomKind.map(property), false));
            }
        });
        return all;
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
