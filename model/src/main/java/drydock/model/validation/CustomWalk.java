package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.YamlNode;
import drydock.model.resource.CustomKind;
import java.util.Map;
import java.util.Set;

/// Goes through an object of a custom kind along the schema of its CustomResourceDefinition, as the API server does
/// (`apiextensions-apiserver/pkg/apiserver/validation`). Rules in CEL are passed over.
final class CustomWalk {

    /// What every object has, whatever its schema says.
    private static final Set<String> OWN = Set.of("apiVersion", "kind", "metadata");

    private final CustomKind kind;
    private final Visit.Manifest manifest;
    private final SchemaWalk metadata;

    CustomWalk(CustomKind kind, Visit.Manifest manifest, SchemaWalk metadata) {
        this.kind = kind;
        this.manifest = manifest;
        this.metadata = metadata;
    }

    void walk() {
        metadata.metadata();
        Visit top = Visit.root(manifest);
        if (!kind.served()) {
            top.error(
                    "unknown-kind",
                    FieldPath.of("apiVersion"),
                    "unknown-kind.version",
                    manifest.kind(),
                    top.text("apiVersion").orElse(""),
                    String.join(", ", kind.versions()));
            return;
        }
        CustomIssues issues = new CustomIssues(top);
        CustomSchema schema = CustomSchema.of(kind.schema());
        CustomValues values = new CustomValues(issues);
        schema.required().stream()
                .filter(name -> !OWN.contains(name) && !(kind.hasStatus() && name.equals("status")))
                .filter(name -> !there(name) && !schema.property(name).hasDefault())
                .forEach(name -> issues.required(CustomPath.ROOT.key(name)));
        for (Map.Entry<String, YamlNode> field : manifest.fields().entrySet()) {
            String name = field.getKey();
            if (OWN.contains(name) || (kind.hasStatus() && name.equals("status"))) {
                continue;
            }
            values.field(schema, name, field.getValue().value(), CustomPath.ROOT.key(name));
        }
    }

    private boolean there(String name) {
        YamlNode node = manifest.fields().get(name);
        return node != null && node.value() != null;
    }
}
