package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Schema;
import java.util.List;

/// Whether Kubernetes has the kind that a manifest names. Groups that are not Kubernetes' own are custom
/// resources', of which nothing is known.
final class KnownKind {

    private KnownKind() {}

    static void check(Schema schema, String apiVersion, String kind, Visit.Manifest manifest) {
        String group = apiVersion.indexOf('/') < 0 ? "" : apiVersion.substring(0, apiVersion.indexOf('/'));
        boolean custom = group.indexOf('.') >= 0 && !schema.hasGroup(group);
        if (custom) {
            return;
        }
        Visit top = Visit.root(manifest);
        List<String> served = schema.apiVersions(kind);
        if (served.isEmpty()) {
            top.error("unknown-kind", FieldPath.of("kind"), "unknown-kind", kind, apiVersion);
        } else {
            top.error(
                    "unknown-kind",
                    FieldPath.of("apiVersion"),
                    "unknown-kind.version",
                    kind,
                    apiVersion,
                    String.join(", ", served));
        }
    }
}
