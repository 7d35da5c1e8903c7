package drydock.sim.store;

import drydock.model.cluster.Patch;
import drydock.model.resource.Schema;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// Applies patches to objects, by way of their JSON.
public final class Patches {

    private static final JsonMapper JSON = ObjectTree.JSON;

    private Patches() {}

    /// The object that `patch` makes of `object`.
    ///
    /// @throws drydock.model.cluster.ClusterException 400 if the patch cannot be read or does not fit
    public static HasMetadata apply(HasMetadata object, Patch patch) {
        try {
            Object before = JSON.convertValue(object, Object.class);
            Object after = switch (patch.type()) {
                case MERGE -> merge(before, JSON.readValue(patch.body(), Object.class));
                case STRATEGIC -> strategic((Map<?, ?>) before, JSON.readValue(patch.body(), Map.class));
                case JSON -> operations(before, JSON.readValue(patch.body(), Object.class));
            };
            return JSON.convertValue(after, object.getClass());
        } catch (MismatchedInputException wrong) {
            boolean strategic = patch.type() == Patch.Type.STRATEGIC;
            throw Refusals.invalidPatch(
                    strategic ? UnfitValue.go(JSON.readValue(patch.body(), Object.class)) : patch.body(),
                    strategic ? UnfitValue.unrecognized(wrong) : UnfitValue.words(wrong));
        } catch (JacksonException | ClassCastException | NumberFormatException unreadable) {
            throw Refusals.badRequest("error decoding patch: " + unreadable.getMessage());
        }
    }

    /// The object, as maps and lists, that a strategic merge patch makes of `object`.
    public static Map<String, Object> strategic(Map<?, ?> object, Map<?, ?> patch) {
        return StrategicMerge.merge(
                object,
                patch,
                Schema.kubernetes().kind(String.valueOf(object.get("apiVersion")), String.valueOf(object.get("kind"))));
    }

    /// RFC 7386.
    private static Object merge(Object target, Object patch) {
        if (!(patch instanceof Map<?, ?> changes)) {
            return patch;
        }
        Map<Object, Object> merged = new LinkedHashMap<>(target instanceof Map<?, ?> map ? map : Map.of());
        changes.forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else {
                merged.put(key, merge(merged.getOrDefault(key, Map.of()), value));
            }
        });
        return merged;
    }

    /// What operations (RFC 6902) make of an object that is maps and lists.
    ///
    /// @throws drydock.model.cluster.ClusterException if one of them does not fit
    public static Object operations(Object target, Object patch) {
        Object patched = target;
        for (Object operation : (List<?>) patch) {
            patched = step(patched, (Map<?, ?>) operation);
        }
        return patched;
    }

    private static Object step(Object target, Map<?, ?> step) {
        String path = String.valueOf(step.get("path"));
        String from = String.valueOf(step.get("from"));
        return switch (String.valueOf(step.get("op"))) {
            case "copy" -> change(target, keys(path), "add", value(target, from), path);
            case "move" ->
                change(change(target, keys(from), "remove", null, from), keys(path), "add", value(target, from), path);
            case String op -> change(target, keys(path), op, step.get("value"), path);
        };
    }

    private static List<String> keys(String path) {
        if (!path.startsWith("/")) {
            throw missing();
        }
        return List.of(path.substring(1).split("/", -1)).stream()
                .map(key -> key.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static Object value(Object target, String path) {
        Object at = target;
        for (String key : keys(path)) {
            boolean there = at instanceof Map<?, ?> map
                    ? map.containsKey(key)
                    : at instanceof List<?> list && key.matches("\\d{1,9}") && Integer.parseInt(key) < list.size();
            if (!there) {
                throw missing();
            }
            at = at instanceof Map<?, ?> map ? map.get(key) : ((List<?>) at).get(Integer.parseInt(key));
        }
        return at;
    }

    private static Object change(Object target, List<String> keys, String op, @Nullable Object value, String path) {
        String key = keys.getFirst();
        boolean last = keys.size() == 1;
        if (target instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            if (!last && !copy.containsKey(key)) {
                throw missing();
            }
            if (!last) {
                copy.put(key, change(copy.get(key), keys.subList(1, keys.size()), op, value, path));
                return copy;
            }
            if (!op.equals("add") && !copy.containsKey(key)) {
                throw missing();
            }
            switch (op) {
                case "add", "replace" -> copy.put(key, value);
                case "remove" -> copy.remove(key);
                case "test" -> requireEqual(copy.get(key), value);
                default -> throw Refusals.badRequest("unexpected kind: " + op);
            }
            return copy;
        }
        if (target instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            int index = key.equals("-") ? copy.size() : Integer.parseInt(key);
            if (index < 0 || index > copy.size() || (index == copy.size() && !(last && op.equals("add")))) {
                throw missing();
            }
            if (!last) {
                copy.set(index, change(copy.get(index), keys.subList(1, keys.size()), op, value, path));
                return copy;
            }
            switch (op) {
                case "add" -> copy.add(index, value);
                case "replace" -> copy.set(index, value);
                case "remove" -> copy.remove(index);
                case "test" -> requireEqual(copy.get(index), value);
                default -> throw Refusals.badRequest("unexpected kind: " + op);
            }
            return copy;
        }
        throw missing();
    }

    private static void requireEqual(@Nullable Object found, @Nullable Object wanted) {
        if (!java.util.Objects.equals(found, wanted)) {
            throw Refusals.unfitting();
        }
    }

    private static RuntimeException missing() {
        return Refusals.unfitting();
    }
}
