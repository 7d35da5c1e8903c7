package drydock.model.validation.live;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.model.jackson.GoCompatibilityModule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Values of manifests and of live objects, compared as far as the manifest goes.
final class Values {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new GoCompatibilityModule()).build();

    private Values() {}

    static Map<?, ?> of(HasMetadata object) {
        return MAPPER.convertValue(object, Map.class);
    }

    static String json(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// The value behind the keys; null if something on the way is not there.
    static @Nullable Object at(Map<?, ?> object, String... keys) {
        Object value = object;
        for (String key : keys) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    /// The objects of a list; none if there is no list.
    static List<Map<?, ?>> each(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .<Map<?, ?>>mapMulti((item, found) -> {
                            if (item instanceof Map<?, ?> map) {
                                found.accept(map);
                            }
                        })
                        .toList()
                : List.of();
    }

    /// Whether applying `wanted` leaves `live` as it is: all that is written is there already.
    static boolean isKept(@Nullable Object wanted, @Nullable Object live) {
        if (wanted == null) {
            return true;
        }
        if (wanted instanceof Map<?, ?> map) {
            return map.isEmpty()
                    || (live instanceof Map<?, ?> there
                            && map.entrySet().stream().allMatch(e -> isKept(e.getValue(), there.get(e.getKey()))));
        }
        if (wanted instanceof List<?> list) {
            List<?> there = live instanceof List<?> l ? l : List.of();
            if (list.size() != there.size()) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                if (!isKept(list.get(i), there.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return isSame(wanted, live);
    }

    /// Numbers and amounts are the same however they are written: `1` and `1000m`.
    static boolean isSame(Object wanted, @Nullable Object live) {
        if (Objects.equals(String.valueOf(wanted), String.valueOf(live))) {
            return true;
        }
        Optional<Quantity> one = Quantities.parse(String.valueOf(wanted));
        Optional<Quantity> other = Quantities.parse(String.valueOf(live));
        return one.isPresent() && other.isPresent() && Quantities.compare(one.get(), other.get()) == 0;
    }

    /// The object without some of its keys.
    static Map<?, ?> without(Map<?, ?> object, List<String> keys) {
        return object.entrySet().stream()
                .filter(e -> e.getValue() != null && !keys.contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
