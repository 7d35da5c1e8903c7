package drydock.sim.kubectl;

import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The patch that brings an object from what it is to what its manifest says, and takes away what only its last
/// manifest said (`apimachinery/pkg/util/strategicpatch/patch.go CreateThreeWayMergePatch`).
///
/// Lists whose items the schema merges are patched item by item; all others are replaced.
final class ThreeWayPatch {

    private static final Schema SCHEMA = Schema.kubernetes();

    private ThreeWayPatch() {}

    /// @param last what was applied last
    /// @param wanted what is to be applied
    /// @param current what is there
    /// @param type what the schema knows of the object; empty for a custom resource
    static Map<String, @Nullable Object> between(
            Map<?, ?> last, Map<?, ?> wanted, Map<?, ?> current, Optional<SchemaObject> type) {
        return joined(deletions(last, wanted, type), additions(current, wanted, type), type);
    }

    /// What `wanted` has that `current` has not, or has otherwise.
    private static Map<String, @Nullable Object> additions(
            Map<?, ?> current, Map<?, ?> wanted, Optional<SchemaObject> type) {
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        wanted.forEach((given, value) -> {
            String key = String.valueOf(given);
            Object now = current.get(key);
            Optional<SchemaField> field = type.flatMap(object -> object.field(key));
            if (value instanceof Map<?, ?> map && now instanceof Map<?, ?> old) {
                Map<String, @Nullable Object> inner = additions(old, map, field.flatMap(SCHEMA::below));
                if (!inner.isEmpty()) {
                    retainKeys(inner, map, field);
                    patch.put(key, inner);
                }
            } else if (value instanceof List<?> list && now instanceof List<?> old && merges(field)) {
                List<Object> items = addedItems(old, list, field.orElseThrow());
                if (!items.isEmpty()) {
                    patch.put("$setElementOrder/" + key, order(list, mergeKey(field)));
                    patch.put(key, items);
                }
            } else if (!Objects.equals(value, now)) {
                patch.put(key, value);
            }
        });
        return patch;
    }

    /// Where fields exclude each other, the patch names those that are to stay.
    private static void retainKeys(Map<String, @Nullable Object> patch, Map<?, ?> wanted, Optional<SchemaField> field) {
        if (field.filter(f -> f.merging().patchStrategy().contains("retainKeys"))
                .isPresent()) {
            patch.put(
                    "$retainKeys",
                    wanted.keySet().stream().map(String::valueOf).sorted().toList());
        }
    }

    private static List<Object> addedItems(List<?> current, List<?> wanted, SchemaField field) {
        List<Object> items = new ArrayList<>();
        String key = field.merging().mergeKey();
        for (Object item : wanted) {
            Optional<Map<?, ?>> same = find(current, key, item);
            if (same.isPresent() && item instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> inner = additions(same.get(), map, SCHEMA.below(field));
                if (!inner.isEmpty()) {
                    inner.put(key, map.get(key));
                    items.add(inner);
                }
            } else if (!current.contains(item)) {
                items.add(item);
            }
        }
        return items;
    }

    private static List<Object> order(List<?> list, String key) {
        List<Object> order = new ArrayList<>();
        for (Object item : list) {
            order.add(item instanceof Map<?, ?> map ? Map.of(key, map.get(key)) : item);
        }
        return order;
    }

    /// What `last` has that `wanted` has no more: null for a field, a directive for an item of a list.
    private static Map<String, @Nullable Object> deletions(
            Map<?, ?> last, Map<?, ?> wanted, Optional<SchemaObject> type) {
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        last.forEach((given, value) -> {
            String key = String.valueOf(given);
            Object still = wanted.get(key);
            Optional<SchemaField> field = type.flatMap(object -> object.field(key));
            if (still == null) {
                patch.put(key, null);
            } else if (value instanceof Map<?, ?> old && still instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> inner = deletions(old, map, field.flatMap(SCHEMA::below));
                if (!inner.isEmpty()) {
                    patch.put(key, inner);
                }
            } else if (value instanceof List<?> old && still instanceof List<?> list && merges(field)) {
                deletedItems(patch, key, old, list, field.orElseThrow());
            }
        });
        return patch;
    }

    private static void deletedItems(
            Map<String, @Nullable Object> patch, String name, List<?> last, List<?> wanted, SchemaField field) {
        String key = field.merging().mergeKey();
        List<Object> items = new ArrayList<>();
        List<Object> plain = new ArrayList<>();
        for (Object item : last) {
            if (!(item instanceof Map<?, ?> old)) {
                if (!wanted.contains(item)) {
                    plain.add(item);
                }
                continue;
            }
            Optional<Map<?, ?>> still = find(wanted, key, item);
            Map<String, @Nullable Object> inner = still.isEmpty()
                    ? new TreeMap<>(Map.of("$patch", "delete"))
                    : deletions(old, still.get(), SCHEMA.below(field));
            if (!inner.isEmpty()) {
                inner.put(key, old.get(key));
                items.add(inner);
            }
        }
        if (!items.isEmpty()) {
            patch.put("$setElementOrder/" + name, order(wanted, key));
            patch.put(name, items);
        }
        if (!plain.isEmpty()) {
            patch.put("$deleteFromPrimitiveList/" + name, plain);
        }
    }

    /// One patch that does what both do.
    private static Map<String, @Nullable Object> joined(Map<?, ?> one, Map<?, ?> other, Optional<SchemaObject> type) {
        Map<String, @Nullable Object> all = new TreeMap<>();
        one.forEach((key, value) -> all.put(String.valueOf(key), value));
        other.forEach((given, value) -> {
            String key = String.valueOf(given);
            Object before = all.get(key);
            Optional<SchemaField> field = type.flatMap(object -> object.field(key));
            if (before instanceof Map<?, ?> map && value instanceof Map<?, ?> added) {
                all.put(key, joined(map, added, field.flatMap(SCHEMA::below)));
            } else if (before instanceof List<?> list && value instanceof List<?> added && merges(field)) {
                all.put(key, joinedItems(list, added, field.orElseThrow()));
            } else {
                all.put(key, value);
            }
        });
        return all;
    }

    private static List<Object> joinedItems(List<?> one, List<?> other, SchemaField field) {
        String key = field.merging().mergeKey();
        List<Object> all = new ArrayList<>(one);
        for (Object item : other) {
            Optional<Map<?, ?>> same = find(all, key, item);
            if (same.isPresent() && item instanceof Map<?, ?> map) {
                all.set(all.indexOf(same.get()), joined(same.get(), map, SCHEMA.below(field)));
            } else {
                all.add(item);
            }
        }
        return all;
    }

    private static Optional<Map<?, ?>> find(List<?> list, String key, Object like) {
        for (Object item : list) {
            if (item instanceof Map<?, ?> map
                    && like instanceof Map<?, ?> other
                    && Objects.equals(map.get(key), other.get(key))) {
                return Optional.of(map);
            }
        }
        return Optional.empty();
    }

    private static boolean merges(Optional<SchemaField> field) {
        return field.filter(f -> f.merging().mergesItems()).isPresent();
    }

    private static String mergeKey(Optional<SchemaField> field) {
        return field.map(f -> f.merging().mergeKey()).orElse("");
    }
}
