package drydock.model.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The kinds that CustomResourceDefinitions declare, read as far as one asks
/// (`spec.versions[].schema.openAPIV3Schema`).
///
/// A definition is called by where it stands, as `example.com/v1/Shop` and `example.com/v1/Shop/spec`.
final class CustomKinds {

    /// None.
    static final CustomKinds NONE = new CustomKinds(List.of());

    private static final FieldType METADATA = new FieldType.ObjectOf("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");

    private final Map<String, String> kinds = new HashMap<>();

    /// The versions by `group/version/kind`.
    private final Map<String, CustomKind> versions = new HashMap<>();

    /// The names of the served versions by `group/kind`.
    private final Map<String, List<String>> served = new HashMap<>();

    /// The schemas of objects that are known by now.
    private final Map<String, Map<?, ?>> schemas = new ConcurrentHashMap<>();

    /// @param definitions what is written of each CustomResourceDefinition
    CustomKinds(Collection<? extends Map<?, ?>> definitions) {
        definitions.forEach(definition -> {
            Map<?, ?> spec = map(definition.get("spec"));
            if (spec.get("group") instanceof String group
                    && map(spec.get("names")).get("kind") instanceof String kind) {
                List<Map<?, ?>> all = maps(spec.get("versions"));
                List<String> names = all.stream()
                        .filter(v -> !Boolean.FALSE.equals(v.get("served")))
                        .map(v -> group + "/" + v.get("name"))
                        .toList();
                served.putIfAbsent(group + "/" + kind, names);
                all.forEach(version -> add(group + "/" + version.get("name") + "/" + kind, version, names));
            }
        });
    }

    private void add(String name, Map<?, ?> version, List<String> names) {
        Map<?, ?> schema = map(map(version.get("schema")).get("openAPIV3Schema"));
        boolean isServed = !Boolean.FALSE.equals(version.get("served"));
        Map<?, ?> subresources = map(version.get("subresources"));
        boolean hasStatus = subresources.get("status") != null;
        String replicas = text(map(subresources.get("scale")).get("specReplicasPath"));
        versions.put(name, new CustomKind(name, schema, isServed, hasStatus, replicas, names));
        if (!map(schema.get("properties")).isEmpty()) {
            kinds.put(name, name);
            schemas.put(name, schema);
        }
    }

    /// The version of a kind; null if no definition declares it.
    @Nullable
    CustomKind version(String apiVersion, String kind) {
        return versions.get(apiVersion + "/" + kind);
    }

    /// The served versions of a kind, as `apiVersion` writes them; empty if no definition declares it.
    List<String> served(String group, String kind) {
        return served.getOrDefault(group + "/" + kind, List.of());
    }

    /// The definitions' names by `group/version/kind`.
    Map<String, String> kinds() {
        return kinds;
    }

    /// The definition called `name`; empty if no object that was read has it.
    Optional<SchemaObject> object(String name) {
        return Optional.ofNullable(schemas.get(name)).map(schema -> object(name, schema));
    }

    private SchemaObject object(String name, Map<?, ?> schema) {
        List<?> required = schema.get("required") instanceof List<?> list ? list : List.of();
        Map<String, SchemaField> fields = new LinkedHashMap<>();
        map(schema.get("properties")).forEach((key, property) -> {
            String field = String.valueOf(key);
            boolean metadata = kinds.containsKey(name) && field.equals("metadata");
            Map<?, ?> inner = map(property);
            fields.put(
                    field,
                    new SchemaField(
                            field,
                            metadata ? METADATA : type(name + "/" + field, inner),
                            required.contains(field),
                            SchemaField.Merging.USUAL,
                            text(inner.get("description")),
                            text(inner.get("default"))));
        });
        return new SchemaObject(name, fields);
    }

    private FieldType type(String name, Map<?, ?> schema) {
        if (Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))) {
            boolean amount = text(schema.get("pattern")).contains("[KMGTPE]i");
            return amount ? new FieldType.Amount() : new FieldType.IntOrText();
        }
        return switch (text(schema.get("type"))) {
            case "string" -> new FieldType.Text(text(schema.get("format")), strings(schema.get("enum")));
            case "integer" -> new FieldType.Whole(text(schema.get("format")).equals("int32") ? 32 : 64);
            case "number" -> new FieldType.Fraction();
            case "boolean" -> new FieldType.Flag();
            case "array" -> new FieldType.ListOf(type(name, map(schema.get("items"))));
            default -> object(name, schema.get("properties"), schema);
        };
    }

    private FieldType object(String name, @Nullable Object properties, Map<?, ?> schema) {
        if (!map(properties).isEmpty()) {
            schemas.put(name, schema);
            return new FieldType.ObjectOf(name);
        }
        Map<?, ?> values = map(schema.get("additionalProperties"));
        return values.isEmpty() ? new FieldType.Anything() : new FieldType.MapOf(type(name, values));
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> maps.add(map(item)));
        }
        return maps;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(@Nullable Object value) {
        boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
        return scalar ? String.valueOf(value) : "";
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String::valueOf)
                        .toList()
                : List.of();
    }
}
