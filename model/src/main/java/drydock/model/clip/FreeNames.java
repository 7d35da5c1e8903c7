package drydock.model.clip;

import drydock.model.connect.Part;
import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.reference.Renaming;
import drydock.model.resource.ResourceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Manifests whose objects have names that a project has not, and still hang together: what names an object that got
/// another name names it by that, and where Pods or workloads are among those of one name, labels and selectors follow,
/// so that a copy has Pods of its own.
///
/// @param files the manifests, in the order in which they were given
/// @param originals what the objects that got another name were called before
record FreeNames(List<ManifestFile> files, Map<ResourceId, ResourceId> originals) {

    private record Name(String namespace, String name) {}

    FreeNames {
        files = List.copyOf(files);
        originals = Map.copyOf(originals);
    }

    /// Gives free names to what is declared once in `files`, which are called by different paths.
    static FreeNames of(Project project, List<ManifestFile> files) {
        Project named = Project.of(files, DiagramFile.ABSENT);
        Map<ResourceId, ResourceId> originals = new HashMap<>();
        for (List<ResourceId> namesakes : taken(project, named).values()) {
            String free = free(project, named, namesakes);
            Project before = named;
            List<Renaming> renamings =
                    namesakes.stream().map(id -> Renaming.of(before, id)).toList();
            Edit edit = Renaming.together(renamings, free, namesakes.stream().anyMatch(Part::fits));
            if (edit.applyTo(named) instanceof Outcome.Done<Project>(Project after)) {
                named = after;
                renamings.forEach(renaming -> originals.put(renaming.renamed(free), renaming.id()));
            }
        }
        Project all = named;
        return new FreeNames(
                files.stream().map(file -> all.file(file.path()).orElse(file)).toList(), originals);
    }

    /// The objects whose names are taken, by their names.
    private static Map<Name, List<ResourceId>> taken(Project project, Project named) {
        return new TreeMap<>(named.declarations())
                .entrySet().stream()
                        .filter(declared -> declared.getValue().size() == 1)
                        .map(Map.Entry::getKey)
                        .filter(id -> isTaken(project, id))
                        .collect(Collectors.groupingBy(
                                id -> new Name(id.namespace(), id.name()), LinkedHashMap::new, Collectors.toList()));
    }

    private static String free(Project project, Project named, List<ResourceId> namesakes) {
        String base = namesakes.getFirst().name();
        for (int number = 2; ; number++) {
            String name = base + "-" + number;
            if (namesakes.stream()
                    .map(id -> new ResourceId(id.group(), id.kind(), id.namespace(), name))
                    .noneMatch(id -> isTaken(project, id) || isTaken(named, id))) {
                return name;
            }
        }
    }

    private static boolean isTaken(Project project, ResourceId id) {
        return !project.declarations(id).isEmpty();
    }
}
