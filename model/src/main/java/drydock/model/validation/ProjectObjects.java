package drydock.model.validation;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.FileRoles;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Topology;
import drydock.model.validation.ProjectView.Declaration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All objects of a project that have a name, and how they stand to each other.
///
/// @param roles what the files are
/// @param declarations where each object is declared, in the order of the files; more than once is one too
/// many
/// @param byType the ids of the objects of each class
/// @param workloads everything that makes Pods
/// @param workloadsByNamespace the same by its namespaces
/// @param made what is there though nobody declares it
/// @param selected what each Service, budget or policy selects, as far as somebody asked
record ProjectObjects(
        FileRoles roles,
        Map<ResourceId, List<Declaration>> declarations,
        Topology topology,
        Map<Class<?>, List<ResourceId>> byType,
        Map<ResourceId, Workload> workloads,
        Map<String, List<Workload>> workloadsByNamespace,
        MadeObjects made,
        Map<ResourceId, List<Workload>> selected) {

    static ProjectObjects of(List<ManifestFile> all, FileRoles roles) {
        List<ManifestFile> files = roles.manifests(all);
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
        return of(roles, files, declarations, Topology.of(objects));
    }

    private static ProjectObjects of(
            FileRoles roles,
            List<ManifestFile> files,
            Map<ResourceId, List<Declaration>> declarations,
            Topology topology) {
        Map<Class<?>, List<ResourceId>> byType = new HashMap<>();
        Map<ResourceId, Workload> workloads = new LinkedHashMap<>();
        topology.objects().forEach((id, object) -> {
            byType.computeIfAbsent(object.getClass(), c -> new ArrayList<>()).add(id);
            Workload.of(id, object).ifPresent(workload -> workloads.put(id, workload));
        });
        return new ProjectObjects(
                roles,
                declarations,
                topology,
                byType,
                workloads,
                byNamespace(workloads),
                MadeObjects.of(roles.kustomizations(), files, topology),
                new HashMap<>());
    }

    private static Map<String, List<Workload>> byNamespace(Map<ResourceId, Workload> workloads) {
        return workloads.values().stream()
                .collect(Collectors.groupingBy(workload -> workload.id().namespace()));
    }

    List<Workload> selectedBy(ResourceId id) {
        return selected.computeIfAbsent(
                id,
                selector -> Stream.concat(
                                topology.podsSelectedBy(selector).stream(),
                                topology.templatesSelectedBy(selector).stream())
                        .flatMap(chosen -> Optional.ofNullable(workloads.get(chosen)).stream())
                        .toList());
    }
}
