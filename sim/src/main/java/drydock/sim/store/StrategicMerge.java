package drydock.sim.store;

import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Merges a patch into an object, lists by the merge keys of the schema, and follows the directives in the patch:
/// `$patch`, `$retainKeys`, `$setElementOrder/…` and `$deleteFromPrimitiveList/…`
/// (`apimachinery/pkg/util/strategicpatch/patch.go StrategicMergePatch`).
final class StrategicMerge {

    private static final Schema SCHEMA = Schema.kubernetes();
    private static final String PATCH = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String ORDER = "$setElementOrder/";
    private static final String DELETE = "$deleteFromPrimitiveList/";

    private StrategicMerge() {}

    /// @param type what the schema knows of the object; empty for a custom resource
    static Map<String, Object> merge(Map<?, ?> target, Map<?, ?> patch, Optional<SchemaObject> type) {
        Map<String, Object> merged = new LinkedHashMap<>();
        if (!"replace".equals(patch.get(PATCH)) && !"delete".equals(patch.get(PATCH))) {
            target.forEach((key, value) -> merged.put(String.valueOf(key), value));
        }
        if (patch.get(RETAIN) instanceof List<?> retained) {
            merged.keySet().retainAll(retained);
        }
        patch.forEach((given, value) -> {
            String key = String.valueOf(given);
            if (key.startsWith("$")) {
                return;
            }
            if (value == null) {
                merged.remove(key);
            } else {
                merged.put(key, field(merged.get(key), value, type.flatMap(object -> object.field(key))));
            }
        });
        directives(merged, target, patch, type);
        return merged;
    }

    private static Object field(@Nullable Object target, Object value, Optional<SchemaField> field) {
        if (value instanceof Map<?, ?> map) {
            return merge(target instanceof Map<?, ?> old ? old : Map.of(), map, field.flatMap(SCHEMA::below));
        }
        if (value instanceof List<?> list
                && field.filter(f -> f.merging().mergesItems()).isPresent()) {
            return items(target instanceof List<?> old ? old : List.of(), list, field.get());
        }
        return value;
    }

    private static List<Object> items(List<?> target, List<?> patch, SchemaField field) {
        String key = field.merging().mergeKey();
        boolean replaces =
                patch.stream().anyMatch(item -> item instanceof Map<?, ?> map && "replace".equals(map.get(PATCH)));
        List<Object> items = new ArrayList<>(replaces ? List.of() : target);
        for (Object item : patch) {
            if (!(item instanceof Map<?, ?> map)) {
                if (!items.contains(item)) {
                    items.add(item);
                }
                continue;
            }
            int at = index(items, key, map);
            if ("delete".equals(map.get(PATCH))) {
                items.removeIf(old -> index(List.of(old), key, map) == 0);
            } else if (!"replace".equals(map.get(PATCH))) {
                Map<?, ?> before = at < 0 ? Map.of() : (Map<?, ?>) items.get(at);
                Map<String, Object> merged = merge(before, map, SCHEMA.below(field));
                if (at < 0) {
                    items.add(merged);
                } else {
                    items.set(at, merged);
                }
            }
        }
        return items;
    }

    private static int index(List<?> items, String key, Map<?, ?> like) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Map<?, ?> map && Objects.equals(map.get(key), like.get(key))) {
                return i;
            }
        }
        return -1;
    }

    private static void directives(
            Map<String, Object> merged, Map<?, ?> target, Map<?, ?> patch, Optional<SchemaObject> type) {
        patch.forEach((given, value) -> {
            String key = String.valueOf(given);
            if (key.startsWith(DELETE) && merged.get(key.substring(DELETE.length())) instanceof List<?> list) {
                List<Object> left = new ArrayList<>(list);
                left.removeAll((List<?>) value);
                merged.put(key.substring(DELETE.length()), left);
            }
        });
        patch.forEach((given, value) -> {
            String key = String.valueOf(given);
            String name = key.startsWith(ORDER) ? key.substring(ORDER.length()) : "";
            if (merged.get(name) instanceof List<?> list) {
                String mergeKey = type.flatMap(object -> object.field(name))
                        .map(f -> f.merging().mergeKey())
                        .orElse("");
                List<?> before = target.get(name) instanceof List<?> old ? old : List.of();
                merged.put(name, ordered(list, (List<?>) value, before, mergeKey));
            }
        });
    }

    /// Those in `order` in that order; the others, which only the server has, where they stood between them.
    private static List<Object> ordered(List<?> items, List<?> order, List<?> before, String key) {
        List<Object> listed = new ArrayList<>();
        order.forEach(
                wanted -> items.stream().filter(item -> same(item, wanted, key)).forEach(listed::add));
        List<Object> others = new ArrayList<>(items);
        others.removeAll(listed);
        List<Object> all = new ArrayList<>();
        int next = 0;
        for (Object item : listed) {
            int stood = position(before, item, key);
            while (stood >= 0 && next < others.size() && position(before, others.get(next), key) < stood) {
                all.add(others.get(next++));
            }
            all.add(item);
        }
        all.addAll(others.subList(next, others.size()));
        return all;
    }

    private static int position(List<?> list, Object item, String key) {
        for (int i = 0; i < list.size(); i++) {
            if (same(list.get(i), item, key)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(Object one, Object other, String key) {
        return (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right)
                ? Objects.equals(left.get(key), right.get(key))
                : one.equals(other);
    }
}
