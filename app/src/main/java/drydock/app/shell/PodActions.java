package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.forward.ForwardActions;
import drydock.app.logs.LogActions;
import drydock.app.terminal.TerminalActions;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.stream.Stream;

/// What a user can do with the Pods of an object: read what they write, open a terminal, forward ports.
record PodActions(LogActions logs, TerminalActions terminals, ForwardActions forwards) {

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
