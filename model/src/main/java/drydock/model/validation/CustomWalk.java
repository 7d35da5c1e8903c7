package drydock.model.validation;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.CustomKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Goes through an object of a custom kind along the schema of its CustomResourceDefinition, as the API server does
/// (`apiextensions-apiserver/pkg/registry/customresource/strategy.go Validate`).
final class CustomWalk {

    private final CustomKind kind;
    private final VisitedManifest manifest;
    private final SchemaWalk metadata;
    private final Visit top;

    CustomWalk(CustomKind kind, VisitedManifest manifest, SchemaWalk metadata) {
        this.kind = kind;
        this.manifest = manifest;
        this.metadata = metadata;
        this.top = Visit.root(manifest);
    }

    void walk() {
        metadata.metadata();
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
        CustomObject custom = new CustomObject(kind.schema(), kind.replicas());
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        manifest.fields().forEach((name, node) -> written.put(name, node.value()));
        custom.unknown(written).forEach(this::unknown);
        if (kind.hasStatus()) {
            written.remove("status");
        }
        custom.issues(custom.complete(written), null).forEach(issue -> issue.tell(top));
    }

    private void unknown(CustomFill.Unknown field) {
        FieldPath at = field.at().path();
        String name = at.last() instanceof FieldPath.Key(String key) ? key : "";
        Report report = top.errorAtKey(
                SchemaWalk.UNKNOWN_FIELD, at, "unknown-field", field.at().name());
        Nearest.to(name, field.known()).ifPresent(near -> report.fix(renaming(at, near), "fix.rename", name, near));
    }

    private Optional<Edit> renaming(FieldPath at, String name) {
        return top.id().map(id -> new Edit.RenameField(id, at, name));
    }
}
