package drydock.app.terminal;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.logs.PodsOf;
import drydock.app.session.ClusterSession;
import drydock.app.session.KnownRights;
import drydock.app.session.WayIn;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// Opens a terminal in a Pod of a live cluster.
public final class TerminalActions {

    private final Messages messages = Messages.of(TerminalActions.class);
    private final Workspace workspace;
    private final WayIn way;
    private final TerminalTabs tabs;

    public TerminalActions(Workspace workspace, KnownRights rights, TerminalTabs tabs) {
        this.workspace = workspace;
        this.way = new WayIn(rights, "exec");
        this.tabs = tabs;
    }

    /// Opens one in the selected Pod, or in one of the selected workload's.
    public Action terminal() {
        ObservableValue<Boolean> writable = workspace.writable();
        return Action.of(
                        "terminal",
                        messages.get("terminal.action"),
                        () -> selected().ifPresent(tabs::open))
                .withIcon("fth-terminal")
                .withKeys("Shortcut+Shift+X")
                .when(
                        Bindings.createBooleanBinding(
                                () -> writable.getValue() && selected().isPresent(),
                                workspace.sessionProperty(),
                                writable,
                                workspace.selection().objectsProperty()),
                        Need.LIVE_POD);
    }

    private Optional<ClusterSession> live() {
        return workspace.session().filter(session -> !session.info().simulated() && !session.isRecorded());
    }

    private Optional<ResourceId> selected() {
        return live().flatMap(session -> workspace
                .selection()
                .single()
                .filter(object -> PodsOf.mayHave(object)
                        && TerminalTabs.podOf(session, object).isPresent()));
    }

    /// What can be done with one object of a cluster.
    public List<Action> actionsFor(ResourceId object) {
        return live().filter(_ -> PodsOf.mayHave(object)).stream()
                .map(session -> action(session, object))
                .toList();
    }

    private Action action(ClusterSession session, ResourceId object) {
        String name = messages.get("terminal.action");
        Optional<String> obstacle = TerminalTabs.podOf(session, object).isPresent()
                ? Optional.empty()
                : Optional.of(messages.get("terminal.noPod", name));
        return way.action(session, object, "terminal-in", name, obstacle, () -> tabs.open(object))
                .withIcon("fth-terminal");
    }
}
