package drydock.model.manifest;

import drydock.model.manifest.FieldPath.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Trees of maps, lists, strings, numbers, booleans and null, changed by making new ones.
final class Values {

    private Values() {}

    /// The value as it would be read: numbers as the API server takes them, keys as strings.
    ///
    /// @throws IllegalArgumentException if no manifest can hold it
    static @Nullable Object normal(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean flag -> flag;
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> copy.put(String.valueOf(key), normal(inner)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(inner -> copy.add(normal(inner)));
                yield copy;
            }
            case Number number -> number(number);
            default -> throw new IllegalArgumentException("no value of a manifest: " + value.getClass());
        };
    }

    private static Object number(Number number) {
        return switch (number) {
            case Double _, Float _, BigDecimal _, BigInteger _ -> {
                double value = number.doubleValue();
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("no number of a manifest: " + number);
                }
                yield number instanceof BigInteger big && big.bitLength() < Long.SIZE
                        ? integer(big.longValue())
                        : YamlScalars.throughJson(value);
            }
            default -> integer(number.longValue());
        };
    }

    private static Object integer(long value) {
        return value == (int) value ? (Object) (int) value : (Object) value;
    }

    /// `root` with another value at the end of `steps`; what is missing on the way is made.
    ///
    /// @throws IllegalArgumentException if something else is in the way
    static @Nullable Object with(@Nullable Object root, List<Step> steps, @Nullable Object value) {
        if (steps.isEmpty()) {
            return value;
        }
        List<Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case FieldPath.Key(String name) -> {
                Map<String, @Nullable Object> map = map(root);
                map.put(name, with(map.get(name), rest, value));
                yield map;
            }
            case FieldPath.Index(int position) -> {
                List<@Nullable Object> list = list(root);
                if (position > list.size()) {
                    throw new NotEditableException("noPosition", position);
                }
                if (position == list.size()) {
                    list.add(with(null, rest, value));
                } else {
                    list.set(position, with(list.get(position), rest, value));
                }
                yield list;
            }
        };
    }

    /// `root` without what is at the end of `steps`, of which there is at least one.
    static Object without(@Nullable Object root, List<Step> steps) {
        List<Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case FieldPath.Key(String name) -> {
                Map<String, @Nullable Object> map = map(root);
                if (rest.isEmpty()) {
                    map.remove(name);
                } else {
                    map.put(name, without(map.get(name), rest));
                }
                yield map;
            }
            case FieldPath.Index(int position) -> {
                List<@Nullable Object> list = list(root);
                if (rest.isEmpty()) {
                    list.remove(position);
                } else {
                    list.set(position, without(list.get(position), rest));
                }
                yield list;
            }
        };
    }

    /// `root` with `value` put into the list at `steps` before the item at `position`.
    static @Nullable Object inserted(@Nullable Object root, List<Step> steps, int position, @Nullable Object value) {
        if (steps.isEmpty()) {
            List<@Nullable Object> list = list(root);
            list.add(position, value);
            return list;
        }
        List<Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case FieldPath.Key(String name) -> {
                Map<String, @Nullable Object> map = map(root);
                map.put(name, inserted(map.get(name), rest, position, value));
                yield map;
            }
            case FieldPath.Index(int at) -> {
                List<@Nullable Object> list = list(root);
                list.set(at, inserted(list.get(at), rest, position, value));
                yield list;
            }
        };
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, inner) -> copy.put((String) key, inner));
            default -> throw new NotEditableException("inTheWayOfKey");
        }
        return copy;
    }

    private static List<@Nullable Object> list(@Nullable Object value) {
        return switch (value) {
            case null -> new ArrayList<>();
            case List<?> list -> new ArrayList<>(list);
            default -> throw new NotEditableException("inTheWayOfItem");
        };
    }
}
