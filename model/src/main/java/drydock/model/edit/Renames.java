package drydock.model.edit;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;

/// Lets a figure stay where it is while its object gets another name.
final class Renames {

    private Renames() {}

    /// The project in which the places on the canvas have followed the names that changed between two texts
    /// of a file. A name has changed where a document stands in the same place and names another object of
    /// the same kind, or one of the same name and another kind, if the old name is not used any more.
    static Project follow(Project project, ManifestFile before, ManifestFile after) {
        List<ManifestDocument> old = before.documents();
        List<ManifestDocument> now = after.documents();
        Project followed = project;
        for (int i = 0; old.size() == now.size() && i < old.size(); i++) {
            List<DeclaredObject> oldObjects = old.get(i).declared();
            List<DeclaredObject> newObjects = now.get(i).declared();
            for (int j = 0; oldObjects.size() == newObjects.size() && j < oldObjects.size(); j++) {
                followed = follow(
                        followed, oldObjects.get(j).id(), newObjects.get(j).id());
            }
        }
        return followed;
    }

    private static Project follow(Project project, Optional<ResourceId> from, Optional<ResourceId> to) {
        boolean renamed = from.isPresent()
                && to.isPresent()
                && !from.equals(to)
                && (from.get().kind().equals(to.get().kind()) || isNamedAlike(from.get(), to.get()))
                && project.declarations(from.get()).isEmpty();
        return renamed ? project.withDiagram(project.diagram().renamed(from.get(), to.get())) : project;
    }

    private static boolean isNamedAlike(ResourceId from, ResourceId to) {
        return from.name().equals(to.name()) && from.namespace().equals(to.namespace());
    }
}
