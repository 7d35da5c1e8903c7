package drydock.app.canvas;

import drydock.app.settings.Grid;
import drydock.app.workspace.Workspace;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.Group;
import drydock.model.diagram.Note;
import drydock.model.edit.Edit;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moves figures and notes along with the mouse; a drag from its beginning to its end is one step of the history.
final class FigureDrags {

    private final CanvasView canvas;
    private final Workspace workspace;
    private final NamespaceDrop namespaces;

    FigureDrags(CanvasView canvas, Workspace workspace) {
        this.canvas = canvas;
        this.workspace = workspace;
        this.namespaces = new NamespaceDrop(canvas, workspace);
    }

    /// Begins to move a figure, with what goes along; empty if nothing of it can be moved.
    ///
    /// @param start where the mouse is in the scene
    Optional<Gesture> begin(Point start, FigureId hit) {
        Optional<Note> note = note(hit);
        if (note.isPresent()) {
            canvas.stay();
            workspace.document().beginStep("edit.note");
            return Optional.of(new Gesture.DraggingNote(start, note.get()));
        }
        Map<ResourceId, Rect> places = canvas.places();
        places.keySet().retainAll(along(hit));
        workspace.leaveMovable(places);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        canvas.stay();
        workspace.document().beginStep("edit.moveFigures");
        return Optional.of(new Gesture.Dragging(start, places));
    }

    private Optional<Note> note(FigureId hit) {
        return hit instanceof FigureId.Note(String id)
                ? workspace.document().project().diagram().notes().stream()
                        .filter(note -> note.id().equals(id))
                        .findFirst()
                : Optional.empty();
    }

    /// What goes along with the mouse: the members of a group, or all that is selected.
    private Collection<ResourceId> along(FigureId hit) {
        return hit instanceof FigureId.Group(String id)
                ? workspace.document().project().diagram().groups().stream()
                        .filter(group -> group.id().equals(id))
                        .findFirst()
                        .<Collection<ResourceId>>map(Group::members)
                        .orElse(List.of())
                : workspace.selection().objects();
    }

    /// The mouse has come to a point of the view.
    void move(Gesture.Dragging dragging, Point now, Grid grid) {
        workspace.perform(new Edit.MoveFigures(dragging.positions(inScene(now), grid)));
        canvas.emphasis()
                .hover(namespaces.under(now, dragging.before().keySet()).map(FigureId.Of::new));
    }

    /// The mouse has come to a point of the view.
    void move(Gesture.DraggingNote dragging, Point now, Grid grid) {
        workspace.perform(new Edit.Draw(new DiagramChange.PutNote(dragging.at(inScene(now), grid))));
    }

    private Point inScene(Point onScreen) {
        return canvas.viewport().toScene(onScreen.x(), onScreen.y());
    }

    /// Figures stay where they are let go, or go into the namespace there.
    void letGo(Gesture.Dragging dragging, Point at) {
        Optional<ResourceId> namespace = namespaces.under(at, dragging.before().keySet());
        if (namespace.isEmpty()) {
            letGo();
        } else {
            takeBack();
            namespaces.drop(dragging, namespace.get());
        }
    }

    /// A note stays where it is let go.
    void letGo() {
        workspace.document().endStep();
    }

    /// All is where it was before the drag.
    void takeBack() {
        workspace.document().rollBackStep();
    }
}
