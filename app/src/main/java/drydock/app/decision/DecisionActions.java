package drydock.app.decision;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.text.Messages;
import drydock.app.workspace.Mode;
import drydock.app.workspace.Workspace;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.util.Optional;
import javafx.beans.binding.Bindings;

/// Shows how the scheduler decided on the selected Pod.
public final class DecisionActions {

    private final Messages messages = Messages.of(DecisionActions.class);
    private final Workspace workspace;
    private final Asked asked;

    public DecisionActions(Workspace workspace, Asked asked) {
        this.workspace = workspace;
        this.asked = asked;
    }

    /// Can be done in a simulation, with one Pod selected.
    public Action decision() {
        return Action.of("decision", messages.get("decision.action"), () -> pod().ifPresent(asked::open))
                .withIcon("fth-git-pull-request")
                .withKeys("Shortcut+Shift+U")
                .when(
                        Bindings.createBooleanBinding(
                                () -> workspace.modeProperty().get() == Mode.SIMULATION && pod().isPresent(),
                                workspace.modeProperty(),
                                workspace.selection().objectsProperty()),
                        Need.SIMULATED_POD);
    }

    private Optional<ResourceId> pod() {
        return workspace.selection().single().filter(id -> id.kind().equals(Kinds.POD.kind()));
    }
}
