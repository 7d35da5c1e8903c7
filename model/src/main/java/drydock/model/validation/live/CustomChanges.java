package drydock.model.validation.live;

import drydock.model.resource.CustomKind;
import drydock.model.validation.CustomObject;
import drydock.model.validation.CustomTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the rules of a custom kind do not let change (`apiextensions-apiserver/pkg/registry/customresource/strategy.go
/// ValidateUpdate`). What a manifest does not write stays as it is, as when it is applied.
final class CustomChanges {

    private static final String KEYS = "x-kubernetes-list-map-keys";

    private CustomChanges() {}

    /// The refused changes of an object; none where it is there in another version, since only the API server knows how
    /// it would look in this one.
    static List<CustomTransition> refused(CustomKind kind, Map<?, ?> wanted, Map<?, ?> live) {
        if (!Objects.equals(wanted.get("apiVersion"), live.get("apiVersion"))) {
            return List.of();
        }
        Map<Object, @Nullable Object> applied = new LinkedHashMap<>(wanted);
        if (kind.hasStatus()) {
            applied.remove("status");
        }
        CustomObject custom = new CustomObject(kind.schema(), kind.replicas());
        Map<?, ?> after = (Map<?, ?>) Objects.requireNonNull(applied(kind.schema(), applied, live));
        return CustomTransition.refused(custom, custom.complete(after), custom.complete(live));
    }

    /// What becomes of a value where `wanted` is applied to it: lists are taken as they are written, but an item with
    /// keys is applied to the one that has the same.
    private static @Nullable Object applied(Map<?, ?> schema, @Nullable Object wanted, @Nullable Object live) {
        if (wanted instanceof Map<?, ?> map && live instanceof Map<?, ?> there) {
            return applied(schema, map, there);
        } else if (wanted instanceof List<?> list && live instanceof List<?> there) {
            List<?> keys = schema.get(KEYS) instanceof List<?> names ? names : List.of();
            Map<?, ?> items = map(schema.get("items"));
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(item -> all.add(applied(items, item, keys.isEmpty() ? null : same(keys, item, there))));
            return all;
        }
        return wanted;
    }

    private static Map<?, ?> applied(Map<?, ?> schema, Map<?, ?> wanted, Map<?, ?> live) {
        Map<Object, @Nullable Object> all = new LinkedHashMap<>(live);
        wanted.forEach((name, value) -> {
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, applied(inside(schema, name), value, live.get(name)));
            }
        });
        return all;
    }

    private static Map<?, ?> inside(Map<?, ?> schema, Object name) {
        Map<?, ?> properties = map(schema.get("properties"));
        return map(properties.containsKey(name) ? properties.get(name) : schema.get("additionalProperties"));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable Object same(List<?> keys, @Nullable Object item, List<?> among) {
        return among.stream()
                .filter(other -> keys.stream()
                        .allMatch(key ->
                                Objects.equals(map(item).get(key), map(other).get(key))))
                .findFirst()
                .orElse(null);
    }
}
