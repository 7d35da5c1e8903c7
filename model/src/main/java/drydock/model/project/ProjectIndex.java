package drydock.model.project;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Where each object of a project is declared, and which kinds its definitions add. Patches and other inputs of
/// kustomizations declare nothing, nor do templates of Helm charts.
record ProjectIndex(
        FileRoles roles, List<HasMetadata> objects, Map<ResourceId, List<Declaration>> declarations, Schema schema) {

    static ProjectIndex of(SortedMap<String, ManifestFile> files) {
        FileRoles roles = FileRoles.of(files.values());
        List<HasMetadata> objects = new ArrayList<>();
        Map<ResourceId, List<Declaration>> declarations = new LinkedHashMap<>();
        files.forEach((path, file) -> {
            if (!roles.isManifest(path)) {
                return;
            }
            for (ManifestDocument document : file.documents()) {
                for (DeclaredObject declared : document.declared()) {
                    declared.object().ifPresent(objects::add);
                    declared.id()
                            .ifPresent(id -> declarations
                                    .computeIfAbsent(id, _ -> new ArrayList<>())
                                    .add(new Declaration(path, document, declared)));
                }
            }
        });
        declarations.replaceAll((_, places) -> Collections.unmodifiableList(places));
        return new ProjectIndex(
                roles,
                Collections.unmodifiableList(objects),
                Collections.unmodifiableMap(declarations),
                schema(declarations));
    }

    private static Schema schema(Map<ResourceId, List<Declaration>> declarations) {
        List<Map<?, ?>> definitions = new ArrayList<>();
        declarations.forEach((id, places) -> {
            if (id.kind().equals("CustomResourceDefinition")) {
                places.getFirst()
                        .document()
                        .value(places.getFirst().inDocument(FieldPath.ROOT))
                        .ifPresent(value -> definitions.add(value instanceof Map<?, ?> map ? map : Map.of()));
            }
        });
        return Schema.kubernetes().with(definitions);
    }
}
