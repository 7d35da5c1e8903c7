package drydock.model.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values that a field can be set to.
final class FieldValues {

    private FieldValues() {}

    /// A copy that cannot be changed.
    ///
    /// @throws IllegalArgumentException if a field cannot hold this type
    static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String s -> s;
            case Number n -> n;
            case Boolean b -> b;
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(element -> copy.add(copy(element)));
                yield Collections.unmodifiableList(copy);
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, element) -> copy.put((String) key, copy(element)));
                yield Collections.unmodifiableMap(copy);
            }
            default -> throw new IllegalArgumentException("no value of a field: " + value.getClass());
        };
    }
}
