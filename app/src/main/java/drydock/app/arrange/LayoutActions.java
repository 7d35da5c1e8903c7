package drydock.app.arrange;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.canvas.CanvasView;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.layout.FreeSpace;
import drydock.render.layout.Grid;
import drydock.render.layout.Item;
import drydock.render.layout.Layout;
import drydock.render.layout.Link;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;

/// Lays out all figures anew, or those that are selected. What is locked stays where it is.
///
/// The layout is found in the background; where the project changed meanwhile it is thrown away.
public final class LayoutActions {

    private final Messages messages = Messages.of(LayoutActions.class);
    private final Workspace workspace;
    private final CanvasView canvas;

    public LayoutActions(Workspace workspace, CanvasView canvas) {
        this.workspace = workspace;
        this.canvas = canvas;
    }

    public List<Action> actions() {
        return List.of(
                Action.of("layOutAll", messages.get("arrange.layOutAll"), this::layOutAll)
                        .withIcon("fth-grid"),
                Action.of("layOutSelection", messages.get("arrange.layOutSelection"), this::layOutSelection)
                        .when(
                                Bindings.createBooleanBinding(
                                        () -> workspace.selection().objects().size() >= 2,
                                        workspace.selection().objectsProperty()),
                                Need.TWO_OBJECTS));
    }

    private void layOutAll() {
        Map<ResourceId, Rect> fixed = new HashMap<>(canvas.places());
        fixed.keySet().retainAll(locked());
        layOut(canvas.places(), fixed, true);
    }

    private void layOutSelection() {
        Map<ResourceId, Rect> selected = canvas.places();
        selected.keySet().retainAll(workspace.selection().objects());
        selected.keySet().removeAll(locked());
        layOut(selected, Map.of(), false);
    }

    private java.util.Set<ResourceId> locked() {
        return workspace.document().project().diagram().locked();
    }

    private void layOut(Map<ResourceId, Rect> figures, Map<ResourceId, Rect> fixed, boolean all) {
        List<Item<ResourceId>> items = figures.entrySet().stream()
                .map(entry -> new Item<>(
                        entry.getKey(),
                        entry.getValue().width(),
                        entry.getValue().height()))
                .toList();
        List<Link<ResourceId>> links = links(figures);
        Map<ResourceId, Rect> others = canvas.places();
        others.keySet().removeAll(figures.keySet());
        Project before = workspace.document().project();
        workspace.messageProperty().set(messages.get("arrange.layingOut", items.size()));
        workspace
                .tasks()
                .work(() -> {
                    Map<ResourceId, Point> found = Layout.complete(items, links, fixed);
                    return all ? found : movedTo(found, figures, others);
                })
                .then(found -> show(found, before))
                .start();
    }

    private List<Link<ResourceId>> links(Map<ResourceId, Rect> figures) {
        return canvas.scene().figures().stream()
                .map(Figure::id)
                .filter(FigureId.Edge.class::isInstance)
                .map(FigureId.Edge.class::cast)
                .filter(edge -> figures.containsKey(edge.from()) && figures.containsKey(edge.to()))
                .map(edge -> new Link<>(edge.from(), edge.to()))
                .toList();
    }

    private void show(Map<ResourceId, Point> found, Project before) {
        if (!workspace.document().project().equals(before)) {
            workspace.messageProperty().set(messages.get("arrange.changedMeanwhile"));
            return;
        }
        Map<ResourceId, Position> positions = new TreeMap<>();
        found.forEach((id, at) -> positions.put(id, new Position(at.x(), at.y())));
        if (!positions.isEmpty()) {
            workspace.perform(new Edit.MoveFigures(positions), "edit.layOut");
            canvas.reveal(positions.keySet());
        }
        workspace.messageProperty().set(messages.get("arrange.laidOut", positions.size()));
    }

    /// The same layout where the figures were before, or the nearest place to it that is free.
    private static Map<ResourceId, Point> movedTo(
            Map<ResourceId, Point> found, Map<ResourceId, Rect> figures, Map<ResourceId, Rect> others) {
        Map<ResourceId, Rect> there = new LinkedHashMap<>();
        found.forEach((id, at) -> {
            Rect size = figures.get(id);
            there.put(id, new Rect(at.x(), at.y(), size.width(), size.height()));
        });
        Rect bounds = there.values().stream().reduce(Rect::union).orElse(new Rect(0, 0, 0, 0));
        Rect before = figures.values().stream().reduce(Rect::union).orElse(bounds);
        Rect wanted = new Rect(before.x(), before.y(), bounds.width(), bounds.height());
        FreeSpace space = new FreeSpace(Grid.GAP / 2);
        others.values().forEach(space::take);
        Rect place = space.isFree(wanted) ? wanted : space.nearest(wanted);
        Map<ResourceId, Point> moved = new LinkedHashMap<>();
        there.forEach((id, rect) ->
                moved.put(id, new Point(rect.x() - bounds.x() + place.x(), rect.y() - bounds.y() + place.y())));
        return moved;
    }
}
