package drydock.model.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What several objects have in common.
///
/// Maps have the keys that all have, and single values that only some have as mixed ones; lists of equal length
/// are taken item by item, others left out.
final class CommonValues {

    private CommonValues() {}

    static Map<?, ?> of(List<Map<?, ?>> objects) {
        Map<String, Object> common = new LinkedHashMap<>();
        for (Map<?, ?> object : objects) {
            for (Object key : object.keySet()) {
                common.computeIfAbsent(
                        String.valueOf(key),
                        name -> value(objects.stream()
                                .<@Nullable Object>map(o -> o.get(name))
                                .toList()));
            }
        }
        return common;
    }

    private static @Nullable Object value(List<@Nullable Object> values) {
        Object first = values.getFirst();
        if (values.stream().allMatch(v -> Objects.equals(v, first))) {
            return first;
        }
        if (values.stream().allMatch(v -> v == null || v instanceof Map)) {
            List<Map<?, ?>> maps = new ArrayList<>();
            values.forEach(v -> maps.add(v instanceof Map<?, ?> map ? map : Map.of()));
            return of(maps);
        }
        if (values.stream().anyMatch(v -> v instanceof Map || v instanceof List)) {
            return lists(values);
        }
        return FormItem.Mixed.VALUES;
    }

    private static @Nullable Object lists(List<@Nullable Object> values) {
        if (!(values.getFirst() instanceof List<?> first)
                || !values.stream().allMatch(v -> v instanceof List<?> list && list.size() == first.size())) {
            return null;
        }
        List<@Nullable Object> common = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            int at = i;
            common.add(value(values.stream()
                    .<@Nullable Object>map(v -> v instanceof List<?> list ? list.get(at) : null)
                    .toList()));
        }
        return common;
    }
}
