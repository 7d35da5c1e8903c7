package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.logs.LogActions;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.stream.Stream;

/// What a user can do with the Pods of an object: read what they write.
record PodActions(LogActions logs) {

    /// The classes beside whose message bundles the names of actions stand.
    List<Class<?>> sources() {
        return List.of(LogActions.class);
    }

    List<Action> actions() {
        return List.of(logs.logs());
    }

    List<Action> actionsFor(ResourceId object) {
        return Stream.of(logs.actionsFor(object)).flatMap(List::stream).toList();
    }
}
