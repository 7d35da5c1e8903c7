package drydock.sim.kubectl.kustomize;

import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The order of merged lists: Kustomize puts the items of a patch before the others, where an API server puts new ones
/// last (`kustomize/kyaml/yaml/walk/associative_sequence.go`, by which patches prepend).
final class PatchedFirst {

    private PatchedFirst() {}

    /// @param merged the object with the patch merged into it
    static Map<String, Object> of(Map<String, Object> merged, Map<?, ?> patch) {
        return of(
                merged, patch, Schema.kubernetes().kind(Trees.text(merged, "apiVersion"), Trees.text(merged, "kind")));
    }

    private static Map<String, Object> of(Map<?, ?> merged, Map<?, ?> patch, Optional<SchemaObject> type) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        merged.forEach((name, value) -> {
            String key = String.valueOf(name);
            Optional<SchemaField> field = type.flatMap(object -> object.field(key));
            Object part = patch.get(name);
            ordered.put(
                    key,
                    switch (value) {
                        case Map<?, ?> map
                        when part instanceof Map<?, ?> inner ->
                            of(map, inner, field.flatMap(Schema.kubernetes()::below));
                        case List<?> list
                        when part instanceof List<?> items
                                && field.filter(f -> f.merging().mergesItems()).isPresent() ->
                            items(list, items, field.get());
                        default -> value;
                    });
        });
        return ordered;
    }

    private static List<Object> items(List<?> merged, List<?> patch, SchemaField field) {
        String key = field.merging().mergeKey();
        List<Object> first = new ArrayList<>();
        List<Object> rest = new ArrayList<>(merged);
        for (Object part : patch) {
            merged.stream().filter(item -> areSame(item, part, key)).findFirst().ifPresent(item -> {
                rest.remove(item);
                first.add(
                        item instanceof Map<?, ?> map && part instanceof Map<?, ?> inner
                                ? of(map, inner, Schema.kubernetes().below(field))
                                : item);
            });
        }
        first.addAll(rest);
        return first;
    }

    private static boolean areSame(Object item, Object part, String key) {
        return (item instanceof Map<?, ?> one && part instanceof Map<?, ?> other)
                ? Objects.equals(one.get(key), other.get(key))
                : item.equals(part);
    }
}
