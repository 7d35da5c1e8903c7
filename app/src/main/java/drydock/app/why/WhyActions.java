package drydock.app.why;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.session.Explained;
import drydock.app.session.Scheduled;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.stage.Window;

/// Asks why the selected object is as it is.
public final class WhyActions {

    private final Messages messages = Messages.of(WhyActions.class);
    private final Workspace workspace;
    private final Supplier<Window> owner;
    private final Consumer<ResourceId> decision;

    /// @param decision shows how the scheduler decided on a Pod
    public WhyActions(Workspace workspace, Supplier<Window> owner, Consumer<ResourceId> decision) {
        this.workspace = workspace;
        this.owner = owner;
        this.decision = decision;
    }

    /// Can be done in a cluster that explains itself, with one object selected.
    public Action why() {
        return Action.of(
                        "why",
                        messages.get("why.action"),
                        () -> workspace.selection().single().ifPresent(this::ask))
                .withIcon("fth-help-circle")
                .withKeys("Shortcut+Shift+Y")
                .when(
                        Bindings.createBooleanBinding(
                                () -> workspace
                                                .session()
                                                .filter(Explained.class::isInstance)
                                                .isPresent()
                                        && workspace.selection().single().isPresent(),
                                workspace.sessionProperty(),
                                workspace.selection().objectsProperty()),
                        Need.OBSERVED_OBJECT);
    }

    /// Only a cluster that keeps what its scheduler weighed has something to be shown there.
    private Optional<Consumer<ResourceId>> way(Explained session) {
        return session instanceof Scheduled ? Optional.of(decision) : Optional.empty();
    }

    private void ask(ResourceId object) {
        workspace
                .session()
                .filter(Explained.class::isInstance)
                .map(Explained.class::cast)
                .ifPresent(session -> session.why(object)
                        .then(reasons -> new WhyDialog(owner.get(), object, reasons, way(session)).showAndWait())
                        .start());
    }
}
