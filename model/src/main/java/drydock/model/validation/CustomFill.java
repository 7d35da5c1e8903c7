package drydock.model.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a schema drops of a custom object and fills into it
/// (`apiextensions-apiserver/pkg/apiserver/schema/pruning/algorithm.go`,
/// `schema/defaulting/{algorithm,prunenulls}.go`).
final class CustomFill {

    private CustomFill() {}

    /// A field that is dropped.
    ///
    /// @param known the fields that the schema knows there
    record Unknown(CustomPath at, List<String> known) {}

    /// The object as it is left and filled in; it stays as it is.
    static Map<String, Object> filled(CustomSchema schema, Map<?, ?> object) {
        Map<String, Object> all = new LinkedHashMap<>();
        boolean open = schema.is("x-kubernetes-preserve-unknown-fields") || schema.isSilent();
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (schema.is("x-kubernetes-embedded-resource") && CustomSchema.OWN.contains(name)) {
                all.put(name, value);
            } else if (open || schema.takes(name)) {
                put(all, name, value, schema.field(name), open);
            }
        });
        schema.properties().forEach((key, _) -> {
            String name = String.valueOf(key);
            Object given = schema.property(name).ifMissing();
            if (given != null && !all.containsKey(name)) {
                put(all, name, given, schema.property(name), false);
            }
        });
        return all;
    }

    /// Keeps a field, unless it is null and may not be; null takes the default.
    private static void put(
            Map<String, Object> all, String name, @Nullable Object value, @Nullable CustomSchema schema, boolean open) {
        if (schema == null) {
            all.put(name, open ? value : value(CustomSchema.NOTHING, value));
        } else if (value != null || schema.is("nullable")) {
            all.put(name, value(schema, value));
        } else if (schema.ifMissing() != null) {
            all.put(name, value(schema, schema.ifMissing()));
        }
    }

    private static @Nullable Object value(CustomSchema schema, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> filled(schema, map);
            case List<?> list -> {
                CustomSchema items = schema.in("items");
                List<@Nullable Object> all = new ArrayList<>();
                list.forEach(item -> all.add(value(items, item == null ? items.ifMissing() : item)));
                yield all;
            }
            case null, default -> value;
        };
    }

    /// Adds the fields that are dropped, without those in them.
    static void unknown(CustomSchema schema, @Nullable Object value, CustomPath at, List<Unknown> unknown) {
        switch (value) {
            case Map<?, ?> map -> {
                boolean open = schema.is("x-kubernetes-preserve-unknown-fields") || schema.isSilent();
                map.forEach((key, inner) -> {
                    String name = String.valueOf(key);
                    boolean own = schema.is("x-kubernetes-embedded-resource") && CustomSchema.OWN.contains(name);
                    CustomSchema field = own ? null : schema.field(name);
                    if (field != null) {
                        unknown(field, inner, at.key(name), unknown);
                    } else if (!open && !schema.takes(name)) {
                        List<String> known = schema.properties().keySet().stream()
                                .map(String::valueOf)
                                .filter(other -> !map.containsKey(other))
                                .toList();
                        unknown.add(new Unknown(at.key(name), known));
                    } else if (!own && !open) {
                        unknown(CustomSchema.NOTHING, inner, at.key(name), unknown);
                    }
                });
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    unknown(schema.in("items"), list.get(i), at.index(i), unknown);
                }
            }
            case null, default -> {
                // has no fields
            }
        }
    }

    /// Whether nothing of a value is dropped.
    static boolean isKnown(CustomSchema schema, Object value) {
        List<Unknown> unknown = new ArrayList<>();
        unknown(schema, value, CustomPath.ROOT, unknown);
        return unknown.isEmpty();
    }
}
