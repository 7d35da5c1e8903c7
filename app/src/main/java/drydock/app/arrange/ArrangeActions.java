package drydock.app.arrange;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.canvas.CanvasView;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.layout.Alignment;
import drydock.render.layout.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// Lines up what is selected.
public final class ArrangeActions {

    private static final Map<Alignment, String> ICONS = Map.of(
            Alignment.LEFT, "fth-align-left",
            Alignment.CENTER, "fth-align-center",
            Alignment.RIGHT, "fth-align-right");

    private final Messages messages = Messages.of(ArrangeActions.class);
    private final Workspace workspace;
    private final CanvasView canvas;

    public ArrangeActions(Workspace workspace, CanvasView canvas) {
        this.workspace = workspace;
        this.canvas = canvas;
    }

    public List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (Alignment alignment : Alignment.values()) {
            Action action = Action.of(
                            "align-" + alignment.name().toLowerCase(Locale.ROOT),
                            messages.get("arrange.align." + alignment),
                            () -> move(alignment.of(selected()), "edit.align"))
                    .when(atLeast(2), Need.TWO_OBJECTS);
            actions.add(ICONS.containsKey(alignment) ? action.withIcon(ICONS.get(alignment)) : action);
        }
        for (Distribution distribution : Distribution.values()) {
            actions.add(Action.of(
                            "distribute-" + distribution.name().toLowerCase(Locale.ROOT),
                            messages.get("arrange.distribute." + distribution),
                            () -> move(distribution.of(selected()), "edit.distribute"))
                    .when(atLeast(3), Need.THREE_OBJECTS));
        }
        return actions;
    }

    private BooleanBinding atLeast(int count) {
        return Bindings.createBooleanBinding(
                () -> workspace.selection().objects().size() >= count,
                workspace.selection().objectsProperty());
    }

    private Map<ResourceId, Rect> selected() {
        Map<ResourceId, Rect> places = canvas.places();
        places.keySet().retainAll(workspace.selection().objects());
        workspace.leaveMovable(places);
        return places;
    }

    private void move(Map<ResourceId, Point> places, String label) {
        Map<ResourceId, Position> positions = new TreeMap<>();
        places.forEach((id, at) -> positions.put(id, new Position(at.x(), at.y())));
        if (!positions.isEmpty()) {
            canvas.stay();
            workspace.perform(new Edit.MoveFigures(positions), label);
        }
    }
}
