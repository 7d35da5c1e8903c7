package drydock.app.palette;

import drydock.app.workspace.Workspace;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds objects from the palette to the project.
public final class NewObjects {

    private final Workspace workspace;

    public NewObjects(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Adds a new object and selects it.
    ///
    /// @param place where its figure is to stand in the scene; empty for wherever there is room
    public void add(PaletteItem item, Optional<Point> place) {
        Project project = workspace.document().project();
        ResourceId id =
                item.freeId(candidate -> !project.declarations(candidate).isEmpty());
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.AddFile(freePath(project, id.name()), item.manifest(id.name())));
        place.ifPresent(point -> edits.add(new Edit.MoveFigures(Map.of(id, new Position(point.x(), point.y())))));
        if (workspace.perform(new Edit.Composite(edits), "edit.addObject")) {
            workspace.selection().select(List.of(id));
        }
    }

    private static String freePath(Project project, String name) {
        String path = name + ".yaml";
        for (int number = 2; project.file(path).isPresent(); number++) {
            path = name + "-" + number + ".yaml";
        }
        return path;
    }
}
