package drydock.model.drift;

import drydock.model.form.ServerDefaults;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the items of a list are told apart: by some of their fields, as server-side apply and merge patches do.
///
/// @param keys the fields
/// @param type what the items are
record Items(List<String> keys, SchemaObject type) {

    /// Empty where items are told apart by their positions only.
    static Optional<Items> of(SchemaField.Merging merging, @Nullable SchemaObject type) {
        if (type == null) {
            return Optional.empty();
        }
        if (merging.listType().equals("map") && !merging.listMapKeys().isEmpty()) {
            return Optional.of(new Items(merging.listMapKeys(), type));
        }
        return merging.mergesItems() && !merging.mergeKey().isEmpty()
                ? Optional.of(new Items(List.of(merging.mergeKey()), type))
                : Optional.empty();
    }

    /// What an item is called among the others: `name=web`.
    String label(Map<?, ?> item) {
        List<String> parts = new ArrayList<>();
        for (String key : keys) {
            Object value = item.get(key);
            String usual = ServerDefaults.of(type.qualified(key));
            if (value != null && !(parts.size() > 0 && usual.equals(String.valueOf(value)))) {
                parts.add(key + "=" + value);
            }
        }
        return String.join(",", parts);
    }

    private List<String> key(Map<?, ?> item) {
        return keys.stream()
                .map(key -> {
                    Object value = item.get(key);
                    return value == null ? ServerDefaults.of(type.qualified(key)) : String.valueOf(value);
                })
                .toList();
    }

    /// The positions of the items by their keys; empty where two have the same, or an item is no object.
    Optional<Map<List<String>, Integer>> positions(List<?> items) {
        Map<List<String>, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Map<?, ?> item) || positions.put(key(item), i) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(positions);
    }
}
