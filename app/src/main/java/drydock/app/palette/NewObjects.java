package drydock.app.palette;

import drydock.app.workspace.Workspace;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.pattern.Pattern;
import drydock.model.placing.Placing;
import drydock.model.project.FreePaths;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.layout.FreeSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Adds objects from the palette to the project.
final class NewObjects {

    private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");

    /// What is kept free around new figures, in scene units.
    private static final double GAP = 24;

    private final Workspace workspace;
    private final Supplier<Collection<Rect>> taken;
    private final Supplier<Placing> placing;

    /// @param taken where figures stand
    /// @param placing which files new objects go to
    NewObjects(Workspace workspace, Supplier<Collection<Rect>> taken, Supplier<Placing> placing) {
        this.workspace = workspace;
        this.taken = taken;
        this.placing = placing;
    }

    /// Adds new objects and selects them.
    ///
    /// @param place where the figure of the first is to stand in the scene, or near by where there is no room
    /// @param namespace the namespace they come into; empty for the default one
    /// @return what was added; empty if it was refused
    List<ResourceId> add(Pattern pattern, Point place, Optional<String> namespace) {
        Project project = workspace.document().project();
        String name =
                pattern.freeName(id -> !project.declarations(in(namespace, id)).isEmpty());
        List<ResourceId> plain = pattern.objects(name);
        List<String> manifests = pattern.manifests(name);
        FreePaths paths = new FreePaths(project.files().keySet());
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            ResourceId id = plain.get(i);
            String base = plain.size() == 1 ? name : name + "-" + id.kind().toLowerCase(Locale.ROOT);
            edits.add(adding(paths, in(namespace, id), base, manifests.get(i)));
            if (!id.equals(in(namespace, id))) {
                edits.add(new Edit.SetField(id, NAMESPACE, namespace.orElseThrow()));
            }
        }
        List<ResourceId> ids = plain.stream().map(id -> in(namespace, id)).toList();
        PatternShape shape = PatternShape.of(ids);
        FreeSpace space = new FreeSpace(GAP);
        taken.get().forEach(space::take);
        Rect wanted = shape.at(place);
        Rect free = space.isFree(wanted) ? wanted : space.nearest(wanted);
        edits.add(new Edit.MoveFigures(shape.positions(new Position(free.x(), free.y()))));
        if (!workspace.perform(new Edit.Composite(edits), "edit.addObject")) {
            return List.of();
        }
        workspace.selection().select(ids);
        return ids;
    }

    private static ResourceId in(Optional<String> namespace, ResourceId id) {
        return namespace
                .filter(_ -> !id.namespace().isEmpty())
                .map(n -> new ResourceId(id.group(), id.kind(), n, id.name()))
                .orElse(id);
    }

    private Edit adding(FreePaths paths, ResourceId id, String base, String manifest) {
        Optional<String> folder = Optional.of(id.namespace()).filter(namespace -> !namespace.isEmpty());
        if (placing.get() == Placing.ONE_FILE) {
            return new Edit.AddObject(Placing.ONE_FILE.path(folder, base), manifest);
        }
        return new Edit.AddFile(paths.take(placing.get().path(folder, base)), manifest);
    }
}
