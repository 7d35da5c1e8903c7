package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.live.OpenClusters;
import drydock.app.text.Messages;
import drydock.app.workspace.Mode;
import drydock.app.workspace.Workspace;
import java.util.List;

/// What a user can do with clusters as a whole: look at one, and leave it.
final class ClusterActions {

    private final Messages messages = Messages.of(ClusterActions.class);
    private final Workspace workspace;
    private final Runnable simulate;
    private final Runnable connect;
    private final OpenClusters open;

    /// @param simulate starts a simulation of the project
    /// @param connect asks for a live cluster and connects to it
    /// @param open the live clusters that are connected to
    ClusterActions(Workspace workspace, Runnable simulate, Runnable connect, OpenClusters open) {
        this.open = open;
        this.workspace = workspace;
        this.simulate = simulate;
        this.connect = connect;
    }

    /// Goes to another way of looking at the project.
    void choose(Mode mode) {
        if (mode == workspace.modeProperty().get()) {
            return;
        }
        switch (mode) {
            case DESIGN -> workspace.design();
            case SIMULATION -> simulate.run();
            case LIVE -> {
                if (!open.lookAtLast()) {
                    connect.run();
                }
            }
        }
    }

    List<Action> actions() {
        return List.of(
                Action.of("simulate", messages.get("shell.simulate"), simulate)
                        .withIcon("fth-play")
                        .withKeys("Shortcut+R"),
                Action.of("connectCluster", messages.get("shell.connect"), connect)
                        .withIcon("fth-link")
                        .withKeys("Shortcut+L"),
                Action.of("disconnect", messages.get("shell.disconnect"), this::leave)
                        .withIcon("fth-x"));
    }

    /// Leaves the cluster that is looked at; the connection to a live one is ended.
    private void leave() {
        open.shown().ifPresentOrElse(open::end, workspace::design);
    }
}
