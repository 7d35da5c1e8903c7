package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.dialog.Dialogs;
import drydock.app.forward.ForwardActions;
import drydock.app.forward.Forwards;
import drydock.app.logs.LogActions;
import drydock.app.logs.LogTabs;
import drydock.app.session.KnownRights;
import drydock.app.terminal.TerminalActions;
import drydock.app.terminal.TerminalTabs;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.render.theme.Theme;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.stage.Window;

/// What a user can do with the Pods of an object: read what they write, open a terminal, forward ports.
record PodActions(LogActions logs, TerminalActions terminals, ForwardActions forwards) {

    /// @param owner the window, which is not there yet
    /// @param show shows a tab below the canvas
    static PodActions of(
            Workspace workspace,
            KnownRights rights,
            Dialogs dialogs,
            ObservableValue<Theme> theme,
            Supplier<Window> owner,
            Consumer<Tab> show) {
        return new PodActions(
                new LogActions(workspace, rights, new LogTabs(workspace, dialogs, show)),
                new TerminalActions(workspace, rights, new TerminalTabs(workspace, theme, show)),
                new ForwardActions(workspace, rights, new Forwards(workspace.tasks()), owner, show));
    }

    /// The classes beside whose message bundles the names of actions stand.
    List<Class<?>> sources() {
        return List.of(LogActions.class, TerminalActions.class, ForwardActions.class);
    }

    List<Action> actions() {
        return Stream.concat(Stream.of(logs.logs(), terminals.terminal()), forwards.actions().stream())
                .toList();
    }

    List<Action> actionsFor(ResourceId object) {
        return Stream.of(logs.actionsFor(object), terminals.actionsFor(object), forwards.actionsFor(object))
                .flatMap(List::stream)
                .toList();
    }
}
