package drydock.sim.kubectl.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Objects as maps and lists that can be changed, their keys sorted.
final class Trees {

    private Trees() {}

    static Map<String, Object> changeable(Map<?, ?> map) {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), copied(value));
            }
        });
        return copy;
    }

    private static Object copied(Object value) {
        return switch (value) {
            case Map<?, ?> map -> changeable(map);
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.stream().filter(Objects::nonNull).forEach(item -> copy.add(copied(item)));
                yield copy;
            }
            default -> value;
        };
    }

    /// The map at a path, made where it is not there.
    @SuppressWarnings("unchecked")
    static Map<String, Object> made(Map<String, Object> tree, String... path) {
        Map<String, Object> at = tree;
        for (String key : path) {
            if (!(at.get(key) instanceof Map<?, ?>)) {
                at.put(key, new TreeMap<String, Object>());
            }
            at = (Map<String, Object>) Objects.requireNonNull(at.get(key));
        }
        return at;
    }

    /// Whether there is a map at a path.
    static boolean has(Map<String, Object> tree, String... path) {
        Object at = tree;
        for (String key : path) {
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return at instanceof Map<?, ?>;
    }

    static String text(Map<String, Object> tree, String key) {
        return Objects.toString(tree.get(key), "");
    }

    static String name(Map<String, Object> object) {
        return text(made(object, "metadata"), "name");
    }

    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? changeable(map) : new TreeMap<>();
    }
}
