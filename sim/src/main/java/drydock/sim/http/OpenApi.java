package drydock.sim.http;

import drydock.model.cluster.Cluster;
import drydock.model.resource.FieldType;
import drydock.model.resource.ResourceKind;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The API's description in OpenAPI v3, a document for each group and version: the paths of its kinds, and the schemas
/// that they need. From it kubectl learns that the server validates, and what `explain` shows.
final class OpenApi {

    private final Cluster cluster;

    OpenApi(Cluster cluster) {
        this.cluster = cluster;
    }

    Map<String, Object> index() {
        Map<String, Object> paths = new TreeMap<>();
        for (ResourceKind kind : kinds()) {
            String path = path(kind);
            paths.put(path, Map.of("serverRelativeURL", "/openapi/v3/" + path));
        }
        return Map.of("paths", paths);
    }

    /// The document called `path`, as `apis/apps/v1`, with custom kinds as their definitions describe them.
    Optional<Map<String, Object>> document(String path) {
        return builtIn(path).map(document -> {
            Map<String, Object> schemas = new CustomSchemas(cluster).in(path);
            if (schemas.isEmpty()) {
                return document;
            }
            Schema.kubernetes().object(CustomSchemas.METADATA).ifPresent(metadata -> collect(metadata, schemas));
            Map<String, Object> whole = new LinkedHashMap<>(document);
            whole.put("components", Map.of("schemas", schemas));
            return whole;
        });
    }

    private Optional<Map<String, Object>> builtIn(String path) {
        List<ResourceKind> kinds =
                kinds().stream().filter(kind -> path(kind).equals(path)).toList();
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, Object> schemas = new TreeMap<>();
        for (ResourceKind kind : kinds) {
            String of = "/" + path + (kind.namespaced() ? "/namespaces/{namespace}/" : "/") + kind.plural();
            paths.put(of, Map.of("post", operation(kind)));
            paths.put(of + "/{name}", Map.of("put", operation(kind), "patch", operation(kind)));
            Schema.kubernetes().kind(kind.apiVersion(), kind.kind()).ifPresent(root -> {
                collect(root, schemas);
                schemas.computeIfPresent(root.definition(), (_, schema) -> named(schema, kind));
            });
        }
        return Optional.of(Map.of(
                "openapi",
                "3.0.0",
                "info",
                Map.of("title", "Kubernetes", "version", cluster.info().version()),
                "paths",
                paths,
                "components",
                Map.of("schemas", schemas)));
    }

    /// All of it in OpenAPI v2, for older clients.
    Map<String, Object> whole() {
        Map<String, Object> paths = new TreeMap<>();
        Map<String, Object> schemas = new TreeMap<>();
        kinds().stream().map(OpenApi::path).distinct().forEach(path -> {
            Map<String, Object> one = builtIn(path).orElseThrow();
            paths.putAll(inOldWay((Map<?, ?>) one.get("paths")));
            schemas.putAll(inOldWay((Map<?, ?>) ((Map<?, ?>) one.get("components")).get("schemas")));
        });
        return Map.of(
                "swagger",
                "2.0",
                "info",
                Map.of("title", "Kubernetes", "version", cluster.info().version()),
                "paths",
                paths,
                "definitions",
                schemas);
    }

    /// A parameter has its type itself, a reference leads to the definitions, and what may be one or another is a text.
    private static Map<String, Object> inOldWay(Map<?, ?> tree) {
        Map<String, Object> old = new LinkedHashMap<>();
        tree.forEach((key, value) -> {
            String name = String.valueOf(key);
            switch (value) {
                case Map<?, ?> schema
                when name.equals("schema") && tree.containsKey("in") -> old.putAll(inOldWay(schema));
                case Map<?, ?> inner -> old.put(name, inOldWay(inner));
                case List<?> _
                when name.equals("oneOf") -> {
                    old.put("type", "string");
                    old.put("format", "int-or-string");
                }
                case List<?> list ->
                    old.put(
                            name,
                            list.stream()
                                    .map(item -> item instanceof Map<?, ?> inner ? inOldWay(inner) : item)
                                    .toList());
                case String to
                when name.equals("$ref") -> old.put(name, to.replace("#/components/schemas/", "#/definitions/"));
                default -> old.put(name, value);
            }
        });
        return old;
    }

    private List<ResourceKind> kinds() {
        List<ResourceKind> all = new ArrayList<>(Reviewed.with(cluster.kinds()));
        all.add(FirstAutoscalers.KIND);
        return all;
    }

    private static String path(ResourceKind kind) {
        return (kind.group().isEmpty() ? "api/" : "apis/") + kind.apiVersion();
    }

    private static Map<String, Object> operation(ResourceKind kind) {
        return Map.of(
                "parameters",
                List.of(
                        parameter("dryRun"),
                        parameter("fieldManager"),
                        parameter("fieldValidation"),
                        parameter("force")),
                "responses",
                Map.of("200", Map.of("description", "OK")),
                "x-kubernetes-group-version-kind",
                gvk(kind));
    }

    private static Map<String, Object> parameter(String name) {
        return Map.of("name", name, "in", "query", "schema", Map.of("type", "string"));
    }

    private static Map<String, String> gvk(ResourceKind kind) {
        return Map.of("group", kind.group(), "version", kind.version(), "kind", kind.kind());
    }

    private static Object named(Object schema, ResourceKind kind) {
        Map<Object, Object> whole = new LinkedHashMap<>((Map<?, ?>) schema);
        whole.put("x-kubernetes-group-version-kind", List.of(gvk(kind)));
        return whole;
    }

    /// The definition and all that it needs.
    private static void collect(SchemaObject root, Map<String, Object> schemas) {
        Deque<SchemaObject> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            SchemaObject object = left.removeFirst();
            if (schemas.putIfAbsent(object.definition(), schema(object)) == null) {
                object.fields().forEach(field -> inner(field.type()).ifPresent(left::add));
            }
        }
    }

    private static Optional<SchemaObject> inner(FieldType type) {
        return switch (type) {
            case FieldType.ListOf(var items) -> inner(items);
            case FieldType.MapOf(var values) -> inner(values);
            case FieldType.ObjectOf object -> Schema.kubernetes().object(object);
            case FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _,
                    FieldType.Anything _ -> Optional.empty();
        };
    }

    private static Map<String, Object> schema(SchemaObject object) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (!object.required().isEmpty()) {
            schema.put(
                    "required",
                    object.required().stream().map(SchemaField::name).toList());
        }
        schema.put(
                "properties",
                object.fields().stream()
                        .collect(Collectors.toMap(
                                SchemaField::name, OpenApi::field, (one, _) -> one, LinkedHashMap::new)));
        return schema;
    }

    private static Map<String, Object> field(SchemaField field) {
        Map<String, Object> schema = new LinkedHashMap<>(type(field.type()));
        SchemaField.Merging merging = field.merging();
        put(schema, "x-kubernetes-patch-merge-key", merging.mergeKey());
        put(schema, "x-kubernetes-patch-strategy", merging.patchStrategy());
        put(schema, "x-kubernetes-list-type", merging.listType());
        if (!merging.listMapKeys().isEmpty()) {
            schema.put("x-kubernetes-list-map-keys", merging.listMapKeys());
        }
        return schema;
    }

    private static void put(Map<String, Object> schema, String key, String value) {
        if (!value.isEmpty()) {
            schema.put(key, value);
        }
    }

    private static Map<String, Object> type(FieldType type) {
        return switch (type) {
            case FieldType.Text(var format, var values) -> {
                Map<String, Object> text = new LinkedHashMap<>(Map.of("type", "string"));
                put(text, "format", format);
                if (!values.isEmpty()) {
                    text.put("enum", values);
                }
                yield text;
            }
            case FieldType.Whole(var bits) -> Map.of("type", "integer", "format", "int" + bits);
            case FieldType.Fraction _ -> Map.of("type", "number", "format", "double");
            case FieldType.Flag _ -> Map.of("type", "boolean");
            case FieldType.Amount _ -> Map.of("oneOf", List.of(Map.of("type", "string"), Map.of("type", "number")));
            case FieldType.IntOrText _ -> Map.of("oneOf", List.of(Map.of("type", "integer"), Map.of("type", "string")));
            case FieldType.Anything _ -> Map.of();
            case FieldType.ListOf(var items) -> Map.of("type", "array", "items", type(items));
            case FieldType.MapOf(var values) -> Map.of("type", "object", "additionalProperties", type(values));
            case FieldType.ObjectOf(var definition) -> Map.of("$ref", "#/components/schemas/" + definition);
        };
    }
}
