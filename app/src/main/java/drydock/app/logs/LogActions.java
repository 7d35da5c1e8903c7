package drydock.app.logs;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.session.ClusterSession;
import drydock.app.session.KnownRights;
import drydock.app.session.Right;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/// Shows what the containers of an object write.
public final class LogActions {

    private final Messages messages = Messages.of(LogActions.class);
    private final Workspace workspace;
    private final KnownRights rights;
    private final LogTabs tabs;

    public LogActions(Workspace workspace, KnownRights rights, LogTabs tabs) {
        this.workspace = workspace;
        this.rights = rights;
        this.tabs = tabs;
    }

    /// Shows those of the selected object.
    public Action logs() {
        return Action.of("logs", messages.get("logs.action"), () -> selected().ifPresent(tabs::open))
                .withIcon("fth-align-left")
                .withKeys("Shortcut+Shift+K")
                .when(
                        Bindings.createBooleanBinding(
                                () -> selected().isPresent(),
                                workspace.sessionProperty(),
                                workspace.selection().objectsProperty()),
                        Need.OBSERVED_OBJECT);
    }

    private Optional<ResourceId> selected() {
        return workspace
                .session()
                .flatMap(session -> workspace.selection().single().filter(object -> isThere(session, object)));
    }

    private static boolean isThere(ClusterSession session, ResourceId object) {
        return PodsOf.mayHave(object)
                && !session.isRecorded()
                && session.observed().find(object).isPresent();
    }

    /// What can be done with one object of a cluster.
    public List<Action> actionsFor(ResourceId object) {
        return workspace.session().filter(session -> isThere(session, object)).stream()
                .map(session -> action(session, object))
                .toList();
    }

    /// Says why where it cannot be done, in a menu that is open, too.
    private Action action(ClusterSession session, ResourceId object) {
        Right right = new Right("get", Kinds.POD, "log", object.namespace());
        ObservableBooleanValue allowed = rights.allowed(session, right);
        String name = messages.get("logs.action");
        return Action.of("logs-of", name, () -> tabs.open(object))
                .named(Bindings.createStringBinding(
                        () -> allowed.get() ? name : messages.get("logs.lacking", name, right.resource()), allowed))
                .withIcon("fth-align-left")
                .when(allowed);
    }
}
