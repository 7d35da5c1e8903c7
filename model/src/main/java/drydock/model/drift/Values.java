package drydock.model.drift;

import drydock.model.resource.FieldType;
import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.model.jackson.GoCompatibilityModule;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Values as JSON has them: maps, lists, strings, numbers, booleans.
final class Values {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new GoCompatibilityModule()).build();

    private Values() {}

    /// The object as JSON has it; the caller's own.
    static Map<String, Object> of(HasMetadata object) {
        return strings(MAPPER.convertValue(object, Map.class));
    }

    /// What a text in JSON says, if that is an object.
    static Optional<Map<String, Object>> parsed(String json) {
        try {
            return Optional.of(strings(MAPPER.readValue(json, Map.class)));
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }

    /// A map by its keys' texts, without what is null; the caller's own.
    static Map<String, Object> strings(Map<?, ?> map) {
        Map<String, Object> result = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, value) -> {
            if (value != null) {
                result.put(String.valueOf(key), value);
            }
        });
        return result;
    }

    /// The value as a map, an empty one if it is none.
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? strings(map) : Map.of();
    }

    /// Whether a value says nothing: not there, or a map or list with nothing in it.
    static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Map<?, ?> map -> map.isEmpty() || map.values().stream().allMatch(v -> v == null);
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }

    /// Whether two values of a field say the same, however they are written.
    static boolean areSame(FieldType type, Object one, Object other) {
        return switch (type) {
            case FieldType.Amount() -> isSameAmount(one, other);
            case FieldType.Text(String format, List<String> _)
            when format.equals("byte") -> withoutBlanks(one).equals(withoutBlanks(other));
            case FieldType.Text _, FieldType.IntOrText _, FieldType.Flag _ ->
                String.valueOf(one).equals(String.valueOf(other));
            case FieldType.Whole _, FieldType.Fraction _ -> isSameNumber(one, other);
            case FieldType.Anything _, FieldType.ListOf _, FieldType.MapOf _, FieldType.ObjectOf _ ->
                isSameTree(one, other);
        };
    }

    private static boolean isSameAmount(Object one, Object other) {
        Optional<Quantity> first = Quantities.parse(String.valueOf(one));
        Optional<Quantity> second = Quantities.parse(String.valueOf(other));
        return (first.isPresent() && second.isPresent())
                ? Quantities.compare(first.get(), second.get()) == 0
                : String.valueOf(one).equals(String.valueOf(other));
    }

    private static boolean isSameNumber(Object one, Object other) {
        String first = String.valueOf(one);
        String second = String.valueOf(other);
        if (first.equals(second)) {
            return true;
        }
        try {
            return new BigDecimal(first).compareTo(new BigDecimal(second)) == 0;
        } catch (NumberFormatException noNumbers) {
            return false;
        }
    }

    private static boolean isSameTree(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
            return strings(first).keySet().equals(strings(second).keySet())
                    && first.keySet().stream().allMatch(key -> isSameTree(first.get(key), second.get(key)));
        }
        if (one instanceof List<?> first && other instanceof List<?> second) {
            if (first.size() != second.size()) {
                return false;
            }
            for (int i = 0; i < first.size(); i++) {
                if (!isSameTree(first.get(i), second.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return (one instanceof Number && other instanceof Number)
                ? isSameNumber(one, other)
                : String.valueOf(one).equals(String.valueOf(other));
    }

    private static String withoutBlanks(Object value) {
        return String.valueOf(value).replaceAll("\\s", "");
    }
}
