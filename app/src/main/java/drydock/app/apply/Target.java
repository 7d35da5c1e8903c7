package drydock.app.apply;

import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A manifest, and the object of the cluster that it is about.
///
/// @param manifest what is written
public record Target(ResourceId id, Map<String, Object> manifest) {

    /// The objects of a project that are called so; what cannot be read is left out.
    public static List<Target> of(Project project, Collection<ResourceId> ids) {
        return ids.stream()
                .flatMap(id -> project.declarations(id).stream().limit(1).flatMap(d -> of(id, d).stream()))
                .toList();
    }

    private static List<Target> of(ResourceId id, Declaration declaration) {
        if (declaration.document().value(declaration.declared().path()).orElse(null) instanceof Map<?, ?> written) {
            Map<String, Object> manifest = new LinkedHashMap<>();
            written.forEach((key, value) -> manifest.put(String.valueOf(key), value));
            return List.of(new Target(id, manifest));
        }
        return List.of();
    }
}
