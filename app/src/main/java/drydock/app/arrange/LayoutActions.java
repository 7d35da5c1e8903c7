package drydock.app.arrange;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.canvas.CanvasView;
import drydock.app.layout.LayoutRun;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.diagram.Diagram;
import drydock.model.diagram.Group;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.figure.SceneBuilder;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.layout.Item;
import drydock.render.layout.Layout;
import drydock.render.layout.LayoutWatch;
import drydock.render.layout.Link;
import drydock.render.layout.Plan;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.beans.binding.Bindings;

/// Lays out all figures anew, or those that are selected. What is locked stays where it is.
///
/// The layout is found in the background; an edit meanwhile ends it.
public final class LayoutActions {

    private final Messages messages = Messages.of(LayoutActions.class);
    private final Workspace workspace;
    private final CanvasView canvas;
    private Optional<LayoutRun> current = Optional.empty();

    public LayoutActions(Workspace workspace, CanvasView canvas) {
        this.workspace = workspace;
        this.canvas = canvas;
        workspace.document().projectProperty().subscribe(this::changed);
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
        Map<ResourceId, Rect> figures = canvas.places();
        figures.keySet().removeIf(this::isGrown);
        Map<ResourceId, Rect> fixed = new HashMap<>(figures);
        Map<ResourceId, Rect> movable = new HashMap<>(figures);
        workspace.leaveMovable(movable);
        fixed.keySet().removeAll(movable.keySet());
        if (movable.isEmpty()) {
            return;
        }
        Plan<ResourceId> plan = new Plan<>(items(figures), links(figures), fixed, notes(), true);
        layOut(figures.size() - fixed.size(), watch -> Layout.complete(plan, watch));
    }

    private void layOutSelection() {
        Map<ResourceId, Rect> figures = canvas.places();
        Map<ResourceId, Rect> selected = new LinkedHashMap<>(figures);
        selected.keySet().retainAll(workspace.selection().objects());
        workspace.leaveMovable(selected);
        if (selected.isEmpty()) {
            return;
        }
        Map<ResourceId, Rect> others = new HashMap<>(figures);
        others.keySet().removeAll(selected.keySet());
        Rect before = selected.values().stream().reduce(Rect::union).orElseThrow();
        Plan<ResourceId> plan = new Plan<>(items(figures), links(selected), others, notes(), false);
        layOut(selected.size(), watch -> Layout.together(plan, new Point(before.x(), before.y()), watch));
    }

    private Diagram diagram() {
        return workspace.document().project().diagram();
    }

    /// Whether something made it that it stands beside: then it goes where that goes.
    private boolean isGrown(ResourceId object) {
        return object.kind().equals(Kinds.POD.kind())
                && workspace.document().project().declarations(object).isEmpty();
    }

    private List<Item<ResourceId>> items(Map<ResourceId, Rect> figures) {
        Map<ResourceId, String> frames = new HashMap<>();
        for (Group group : diagram().groups()) {
            group.members().forEach(member -> frames.putIfAbsent(member, group.id()));
        }
        List<Item<ResourceId>> items = new ArrayList<>();
        figures.forEach((id, rect) -> items.add(
                new Item<>(id, rect.width(), rect.height(), SceneBuilder.area(id), frames.getOrDefault(id, ""))));
        return items;
    }

    private List<Rect> notes() {
        return diagram().notes().stream()
                .map(note -> new Rect(note.position().x(), note.position().y(), note.width(), note.height()))
                .toList();
    }

    private void layOut(int figures, Function<LayoutWatch, Map<ResourceId, Point>> layout) {
        if (canvas.layouts().runningProperty().get().isPresent()) {
            workspace.messageProperty().set(messages.get("arrange.running"));
            return;
        }
        current = Optional.of(canvas.layouts()
                .start(
                        figures,
                        layout,
                        this::show,
                        () -> workspace.messageProperty().set(messages.get("arrange.cancelled"))));
    }

    /// A layout of what was there before is not wanted any more.
    private void changed() {
        current.ifPresent(run -> {
            current = Optional.empty();
            if (canvas.layouts().runningProperty().get().filter(run::equals).isPresent()) {
                canvas.layouts().drop(run);
                workspace.messageProperty().set(messages.get("arrange.changedMeanwhile"));
            }
        });
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

    private void show(Map<ResourceId, Point> found) {
        current = Optional.empty();
        Map<ResourceId, Position> positions = new TreeMap<>();
        found.forEach((id, at) -> positions.put(id, new Position(at.x(), at.y())));
        if (!positions.isEmpty()) {
            workspace.perform(new Edit.MoveFigures(positions), "edit.layOut");
            canvas.reveal(positions.keySet());
        }
        workspace.messageProperty().set(messages.get("arrange.laidOut", positions.size()));
    }
}
