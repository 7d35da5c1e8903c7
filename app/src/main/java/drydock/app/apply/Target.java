package drydock.app.apply;

import drydock.model.drift.MergeKeys;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A manifest, and the object of the cluster that it is about.
///
/// @param manifest what is written, with what items of lists are told apart by
public record Target(ResourceId id, Map<String, Object> manifest) {

    /// The objects of a project that are called so; what cannot be read is left out.
    public static List<Target> of(Project project, Collection<ResourceId> ids) {
        return ids.stream()
                .flatMap(id -> project.declarations(id).stream()
                        .limit(1)
                        .flatMap(declaration -> of(project, id, declaration).stream()))
                .toList();
    }

    private static List<Target> of(Project project, ResourceId id, Declaration declaration) {
        return declaration.document().value(declaration.declared().path()).orElse(null) instanceof Map<?, ?> written
                ? List.of(new Target(id, MergeKeys.completed(project.schema(), written)))
                : List.of();
    }
}
