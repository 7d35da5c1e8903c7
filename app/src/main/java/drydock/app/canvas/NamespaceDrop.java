package drydock.app.canvas;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.connect.Connections;
import drydock.model.connect.End;
import drydock.model.connect.Meaning;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Brings objects into a namespace when their figures are let go on its card.
final class NamespaceDrop {

    private final Messages messages = Messages.of(NamespaceDrop.class);
    private final CanvasView canvas;
    private final Workspace workspace;

    NamespaceDrop(CanvasView canvas, Workspace workspace) {
        this.canvas = canvas;
        this.workspace = workspace;
    }

    /// The namespace of the project whose card is at a point of the view and can take one of the dragged objects.
    Optional<ResourceId> under(Point at, Set<ResourceId> dragged) {
        Project project = workspace.document().project();
        return canvas.hits().allAt(at).reversed().stream()
                .flatMap(figure -> HitTest.object(figure.id()).stream())
                .filter(id -> !dragged.contains(id))
                .filter(id ->
                        id.kind().equals(Kinds.NAMESPACE.kind()) && id.group().isEmpty())
                .filter(id -> !project.declarations(id).isEmpty())
                .filter(id -> !moved(project, dragged, id).isEmpty())
                .findFirst();
    }

    /// Brings the dragged objects into `namespace`; their figures stand where they stood before the drag.
    void drop(Gesture.Dragging dragging, ResourceId namespace) {
        Project project = workspace.document().project();
        Map<ResourceId, ResourceId> moved = moved(project, dragging.before().keySet(), namespace);
        Optional<ResourceId> taken = moved.values().stream()
                .filter(id -> !project.declarations(id).isEmpty())
                .findFirst();
        if (taken.isPresent()) {
            workspace
                    .messageProperty()
                    .set(messages.get(
                            "canvas.nameTaken",
                            namespace.name(),
                            taken.get().kind(),
                            taken.get().name()));
            return;
        }
        List<Edit> edits = new ArrayList<>();
        Map<ResourceId, Position> positions = new TreeMap<>();
        moved.forEach((from, to) -> {
            Connections.between(project, End.of(from), End.of(namespace)).stream()
                    .filter(connection -> connection.meaning() == Meaning.HOUSE)
                    .forEach(connection -> edits.add(connection.edit("")));
            Rect before = dragging.before().getOrDefault(from, new Rect(0, 0, 0, 0));
            positions.put(to, new Position(before.x(), before.y()));
        });
        edits.add(new Edit.MoveFigures(positions));
        if (workspace.perform(new Edit.Composite(edits), "edit.intoNamespace")) {
            workspace.selection().select(moved.values());
            workspace.messageProperty().set(messages.get("canvas.intoNamespace", moved.size(), namespace.name()));
        }
    }

    /// What the objects are called in the namespace, those that are in another one now.
    private static Map<ResourceId, ResourceId> moved(Project project, Set<ResourceId> dragged, ResourceId namespace) {
        Map<ResourceId, ResourceId> moved = new LinkedHashMap<>();
        for (ResourceId id : dragged) {
            if (!id.namespace().isEmpty()
                    && !id.namespace().equals(namespace.name())
                    && !project.declarations(id).isEmpty()) {
                moved.put(id, new ResourceId(id.group(), id.kind(), namespace.name(), id.name()));
            }
        }
        return moved;
    }
}
