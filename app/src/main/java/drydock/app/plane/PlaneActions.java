package drydock.app.plane;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.text.Messages;
import drydock.app.workspace.Mode;
import drydock.app.workspace.Workspace;

/// Shows and hides the control plane.
public final class PlaneActions {

    private final Messages messages = Messages.of(PlaneActions.class);
    private final Workspace workspace;
    private final PlaneStrip strip;

    public PlaneActions(Workspace workspace, PlaneStrip strip) {
        this.workspace = workspace;
        this.strip = strip;
    }

    /// Can be done in a simulation.
    public Action show() {
        return Action.toggle("controlPlane", messages.get("plane.action"), strip.wantedProperty())
                .withIcon("fth-cpu")
                .withKeys("Shortcut+Shift+E")
                .when(workspace.modeProperty().isEqualTo(Mode.SIMULATION), Need.SIMULATION);
    }
}
