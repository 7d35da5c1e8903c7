package drydock.app.palette;

import drydock.app.workspace.Workspace;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.pattern.Pattern;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adds objects from the palette to the project.
public final class NewObjects {

    private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");

    private final Workspace workspace;

    public NewObjects(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Adds new objects and selects them.
    ///
    /// @param place where the figure of the first is to stand in the scene; empty for wherever there is room
    /// @param namespace the namespace they come into; empty for the default one
    public void add(Pattern pattern, Optional<Point> place, Optional<String> namespace) {
        Project project = workspace.document().project();
        String name =
                pattern.freeName(id -> !project.declarations(in(namespace, id)).isEmpty());
        List<ResourceId> plain = pattern.objects(name);
        List<String> manifests = pattern.manifests(name);
        Set<String> paths = new HashSet<>(project.files().keySet());
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            ResourceId id = plain.get(i);
            String base = plain.size() == 1 ? name : name + "-" + id.kind().toLowerCase(Locale.ROOT);
            edits.add(new Edit.AddFile(freePath(paths, base), manifests.get(i)));
            if (!id.equals(in(namespace, id))) {
                edits.add(new Edit.SetField(id, NAMESPACE, namespace.orElseThrow()));
            }
        }
        List<ResourceId> ids = plain.stream().map(id -> in(namespace, id)).toList();
        place.ifPresent(point ->
                edits.add(new Edit.MoveFigures(Map.of(ids.getFirst(), new Position(point.x(), point.y())))));
        if (workspace.perform(new Edit.Composite(edits), "edit.addObject")) {
            workspace.selection().select(ids);
        }
    }

    private static ResourceId in(Optional<String> namespace, ResourceId id) {
        return namespace
                .filter(_ -> !id.namespace().isEmpty())
                .map(n -> new ResourceId(id.group(), id.kind(), n, id.name()))
                .orElse(id);
    }

    private static String freePath(Set<String> taken, String name) {
        String path = name + ".yaml";
        for (int number = 2; !taken.add(path); number++) {
            path = name + "-" + number + ".yaml";
        }
        return path;
    }
}
