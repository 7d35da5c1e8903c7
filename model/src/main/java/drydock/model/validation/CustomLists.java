package drydock.model.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sees to it that the items of sets, and the keys of the items of maps, are there once
/// (`apiextensions-apiserver/pkg/apiserver/schema/listtype/validation.go`).
///
/// @param issues where it is told
record CustomLists(CustomIssues issues) {

    void check(CustomSchema schema, @Nullable Object value, CustomPath at) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, inner) -> {
                    String name = String.valueOf(key);
                    CustomSchema field = schema.field(name);
                    if (field != null) {
                        check(field, inner, schema.knows(name) ? at.key(name) : at.entry(name));
                    }
                });
            case List<?> list -> {
                list(schema, list, at);
                for (int i = 0; i < list.size(); i++) {
                    check(schema.in("items"), list.get(i), at.index(i));
                }
            }
            case null, default -> {
                // no list
            }
        }
    }

    private void list(CustomSchema schema, List<?> list, CustomPath at) {
        switch (schema.text("x-kubernetes-list-type")) {
            case "set" -> once(list, at);
            case "map" -> map(list, schema.strings("x-kubernetes-list-map-keys"), at);
            default -> {
                // items may be there twice
            }
        }
    }

    private void map(List<?> list, List<String> keys, CustomPath at) {
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            if (item != null && !(item instanceof Map<?, ?>)) {
                String words = ServerWords.invalid(item, "must be an object for an array of list-type map");
                issues.value(at.index(i), "custom-keyed", words);
                return;
            }
        }
        once(list.stream().map(item -> keysOf(item, keys)).toList(), at);
    }

    /// What is there more than once is told of the second time only.
    private void once(List<?> items, CustomPath at) {
        Map<@Nullable Object, Integer> times = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            if (times.merge(item, 1, Integer::sum) == 2) {
                String shown = item instanceof String text ? ScalarTypes.shown(text) : String.valueOf(item);
                String words = ServerWords.duplicate(item == null ? "null" : item);
                issues.value(at.index(i), "custom-duplicate", words, shown);
            }
        }
    }

    private static Map<String, @Nullable Object> keysOf(@Nullable Object item, List<String> keys) {
        Map<String, @Nullable Object> of = new TreeMap<>();
        if (item instanceof Map<?, ?> map) {
            keys.stream().filter(map::containsKey).forEach(key -> of.put(key, map.get(key)));
        }
        return of;
    }
}
