package drydock.sim.http;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.FieldType;
import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Schemas of custom kinds, as their definitions have them, with what every object has
/// (`apiextensions-apiserver/pkg/controller/openapi/builder/builder.go`).
final class CustomSchemas {

    static final FieldType.ObjectOf METADATA =
            new FieldType.ObjectOf("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");

    private final Cluster cluster;

    CustomSchemas(Cluster cluster) {
        this.cluster = cluster;
    }

    /// Those of the custom kinds in a document, as `apis/example.com/v1`, by their names; a new map.
    Map<String, Object> in(String path) {
        Map<String, Object> schemas = new TreeMap<>();
        cluster.list(Query.all(Kinds.CUSTOM_RESOURCE_DEFINITION)).forEach(object -> {
            CustomResourceDefinition definition = (CustomResourceDefinition) object;
            for (CustomResourceDefinitionVersion version : definition.getSpec().getVersions()) {
                boolean meant = path.equals("apis/" + definition.getSpec().getGroup() + "/" + version.getName());
                if (meant && Boolean.TRUE.equals(version.getServed()) && version.getSchema() != null) {
                    schemas.put(name(definition, version), schema(definition, version));
                }
            }
        });
        return schemas;
    }

    /// The group backwards, the version and the kind: `com.example.v1.Boat`.
    private static String name(CustomResourceDefinition definition, CustomResourceDefinitionVersion version) {
        List<String> parts =
                new ArrayList<>(List.of(definition.getSpec().getGroup().split("\\.", -1)));
        Collections.reverse(parts);
        return String.join(".", parts) + "." + version.getName() + "."
                + definition.getSpec().getNames().getKind();
    }

    private static Map<String, Object> schema(
            CustomResourceDefinition definition, CustomResourceDefinitionVersion version) {
        Map<String, Object> schema = new LinkedHashMap<>();
        Bodies.tree(version.getSchema().getOpenAPIV3Schema())
                .forEach((key, value) -> schema.put(String.valueOf(key), value));
        Map<Object, Object> properties = new LinkedHashMap<>();
        properties.put("apiVersion", Map.of("type", "string"));
        properties.put("kind", Map.of("type", "string"));
        if (schema.get("properties") instanceof Map<?, ?> own) {
            properties.putAll(own);
        }
        properties.put("metadata", Map.of("$ref", "#/components/schemas/" + METADATA.definition()));
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "x-kubernetes-group-version-kind",
                List.of(Map.of(
                        "group", definition.getSpec().getGroup(),
                        "version", version.getName(),
                        "kind", definition.getSpec().getNames().getKind())));
        return schema;
    }
}
