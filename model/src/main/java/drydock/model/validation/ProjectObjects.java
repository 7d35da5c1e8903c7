package drydock.model.validation;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Topology;
import drydock.model.validation.ProjectView.Declaration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All objects of a project that have a name, and how they stand to each other.
///
/// @param declarations where each object is declared, in the order of the files; more than once is one too
/// many
record ProjectObjects(Map<ResourceId, List<Declaration>> declarations, Topology topology) {

    static ProjectObjects of(List<ManifestFile> files) {
        Map<ResourceId, List<Declaration>> declarations = new LinkedHashMap<>();
        List<HasMetadata> objects = new ArrayList<>();
        for (ManifestFile file : files) {
            for (ManifestDocument document : file.documents()) {
                for (DeclaredObject declared : document.declared()) {
                    declared.id().ifPresent(id -> {
                        declared.object().ifPresent(objects::add);
                        declarations
                                .computeIfAbsent(id, i -> new ArrayList<>())
                                .add(new Declaration(file, document, declared.path(), declared.object()));
                    });
                }
            }
        }
        return new ProjectObjects(declarations, Topology.of(objects));
    }
}
