package drydock.sim.managed;

import drydock.sim.managed.FieldTypes.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An object as server-side apply sees it: its fields, each with its value.
///
/// What the server writes by itself (name, version, status and the like) is not looked at.
public final class FieldTree {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NOT_MANAGED = List.of("apiVersion", "kind", "status");
    private static final List<String> OF_THE_SERVER = List.of(
            "name",
            "namespace",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "selfLink",
            "managedFields");

    /// That something is there whose value is told by what is in it.
    private static final Object THERE = new Object();

    private final Map<String, Object> tree;
    private final Shape shape;
    private final Map<List<String>, Object> fields = new TreeMap<>(FieldSet.ORDER);

    private FieldTree(Map<String, Object> tree, Shape shape) {
        this.tree = tree;
        this.shape = shape;
        flatten(managed(tree), shape, List.of());
    }

    /// The fields of an object.
    ///
    /// @param tree the object as JSON has it, with its `apiVersion` and `kind`
    public static FieldTree of(Map<String, Object> tree) {
        return new FieldTree(
                tree, FieldTypes.ofKind(String.valueOf(tree.get("apiVersion")), String.valueOf(tree.get("kind"))));
    }

    /// All fields that are set.
    public FieldSet fields() {
        return new FieldSet(fields.keySet());
    }

    /// The fields that are here and not, or otherwise, in `before`.
    public FieldSet changedSince(FieldTree before) {
        return new FieldSet(fields.entrySet().stream()
                .filter(e -> !same(e.getValue(), before.fields.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList());
    }

    /// This object with all that `configuration` sets.
    public Map<String, Object> with(FieldTree configuration) {
        return map(merged(tree, managed(configuration.tree), shape));
    }

    /// `tree` without the fields in `gone`, and without what held nothing but them, unless it is in `kept`.
    public static Map<String, Object> without(Map<String, Object> tree, FieldSet gone, FieldSet kept) {
        for (List<String> path : gone.paths()) {
            int depth = path.size();
            while (depth > 1 && !kept.hasBelow(path.subList(0, depth - 1))) {
                depth--;
            }
            if (!kept.hasBelow(path.subList(0, depth))) {
                remove(tree, path.subList(0, Math.max(depth, Math.min(2, path.size()))));
            }
        }
        return tree;
    }

    private void flatten(@Nullable Object value, Shape at, List<String> path) {
        switch (at) {
            case Shape.Fields(var type)
            when value instanceof Map<?, ?> map && !(map.isEmpty() && !path.isEmpty()) ->
                map.forEach((key, inner) -> {
                    String name = String.valueOf(key);
                    flatten(inner, FieldTypes.inside(type, name), behind(path, "f:" + name));
                });
            case Shape.Items(var item, var keys)
            when value instanceof List<?> list && !list.isEmpty() ->
                list.forEach(inner -> {
                    List<String> step = behind(path, "k:" + key(inner, keys));
                    fields.put(step, THERE);
                    flatten(inner, FieldTypes.shape(item), step);
                });
            case Shape.Members _
            when value instanceof List<?> list && !list.isEmpty() ->
                list.forEach(inner -> fields.put(behind(path, "v:" + JSON.writeValueAsString(inner)), THERE));
            case Shape.Atom _, Shape.Fields _, Shape.Items _, Shape.Members _ -> {
                if (value != null) {
                    fields.put(path, value);
                }
            }
        }
    }

    private static @Nullable Object merged(@Nullable Object live, @Nullable Object wanted, Shape shape) {
        if (wanted == null) {
            return live;
        }
        if (shape instanceof Shape.Fields(var type)
                && live instanceof Map<?, ?> old
                && wanted instanceof Map<?, ?> map) {
            Map<String, Object> all = map(old);
            map.forEach((key, value) -> {
                String name = String.valueOf(key);
                Object joined = merged(old.get(name), value, FieldTypes.inside(type, name));
                if (joined != null) {
                    all.put(name, joined);
                }
            });
            return all;
        }
        if (shape instanceof Shape.Items(var item, var keys)
                && live instanceof List<?> old
                && wanted instanceof List<?> list) {
            Map<String, Object> all = new LinkedHashMap<>();
            old.forEach(inner -> all.put(key(inner, keys), inner));
            list.forEach(inner -> all.merge(
                    key(inner, keys),
                    inner,
                    (there, now) -> Objects.requireNonNull(merged(there, now, FieldTypes.shape(item)))));
            return new ArrayList<>(all.values());
        }
        if (shape instanceof Shape.Members && live instanceof List<?> old && wanted instanceof List<?> list) {
            List<Object> all = new ArrayList<>(old);
            list.stream().filter(inner -> !all.contains(inner)).forEach(all::add);
            return all;
        }
        return wanted;
    }

    private static void remove(Object tree, List<String> path) {
        Object at = tree;
        for (String step : path.subList(0, path.size() - 1)) {
            at = at instanceof Map<?, ?> map
                    ? map.get(step.substring(2))
                    : at instanceof List<?> list
                            ? list.stream().filter(i -> is(i, step)).findFirst().orElse(null)
                            : null;
        }
        if (at instanceof Map<?, ?> map) {
            map.remove(path.getLast().substring(2));
        } else if (at instanceof List<?> list) {
            list.removeIf(item -> is(item, path.getLast()));
        }
    }

    /// Whether a step leads to this item of a list.
    private static boolean is(Object item, String step) {
        if (step.startsWith("v:")) {
            return JSON.writeValueAsString(item).equals(step.substring(2));
        }
        Map<?, ?> keys = JSON.readValue(step.substring(2), Map.class);
        return key(item, keys.keySet().stream().map(String::valueOf).toList()).equals(step.substring(2));
    }

    /// The keys of an item with their values, as JSON; a protocol that is not told is TCP, as the server fills in.
    private static String key(@Nullable Object item, List<String> keys) {
        Map<String, Object> values = new TreeMap<>();
        for (String key : keys) {
            Object value = item instanceof Map<?, ?> map ? map.get(key) : null;
            if (value != null || key.equals("protocol")) {
                values.put(key, value == null ? "TCP" : value);
            }
        }
        return JSON.writeValueAsString(values);
    }

    private static boolean same(Object one, @Nullable Object other) {
        return one.equals(other) || String.valueOf(one).equals(String.valueOf(other));
    }

    /// What managers own: not the object's name, nor what only the server writes.
    private static Map<String, Object> managed(Map<String, Object> tree) {
        Map<String, Object> managed = map(tree);
        managed.keySet().removeAll(NOT_MANAGED);
        if (managed.get("metadata") instanceof Map<?, ?> metadata) {
            Map<String, Object> own = map(metadata);
            own.keySet().removeAll(OF_THE_SERVER);
            managed.remove("metadata");
            if (!own.isEmpty()) {
                managed.put("metadata", own);
            }
        }
        return managed;
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (inner != null) {
                    copy.put(String.valueOf(key), inner);
                }
            });
        }
        return copy;
    }

    static List<String> behind(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
