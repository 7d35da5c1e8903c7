package drydock.app.lens;

import drydock.app.action.Action;
import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.render.figure.Grouping;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What the figures on the canvas are put together by, of a project, a simulation and a cluster alike.
public final class GroupingActions {

    private final Messages messages = Messages.of(GroupingActions.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final ObjectProperty<Grouping> grouping;
    private final BooleanProperty byNamespace;
    private final BooleanProperty byOwner;

    public GroupingActions(Workspace workspace, Dialogs dialogs) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.grouping = workspace.groupingProperty();
        this.byNamespace = switching(new Grouping.ByNamespace());
        this.byOwner = switching(new Grouping.ByOwner());
    }

    public List<Action> actions() {
        return List.of(
                Action.toggle("groupByNamespace", messages.get("grouping.namespace"), byNamespace),
                Action.toggle("groupByOwner", messages.get("grouping.owner"), byOwner),
                Action.of("groupByLabel", messages.get("grouping.label"), this::askForLabel),
                Action.of("groupByNothing", messages.get("grouping.none"), () -> grouping.set(Grouping.none()))
                        .when(Bindings.createBooleanBinding(
                                () -> !grouping.get().isNone(), grouping)));
    }

    /// What is chosen, in a word or two.
    String chosen() {
        return switch (grouping.get()) {
            case Grouping.None _ -> messages.get("grouping.chosen.none");
            case Grouping.ByNamespace _ -> messages.get("grouping.chosen.namespace");
            case Grouping.ByOwner _ -> messages.get("grouping.chosen.owner");
            case Grouping.ByLabel(var key) -> messages.get("grouping.chosen.label", key);
        };
    }

    /// A property that is true while `wanted` is chosen, and chooses it or nothing.
    private BooleanProperty switching(Grouping wanted) {
        BooleanProperty property = new SimpleBooleanProperty(this, "chosen");
        grouping.subscribe(now -> property.set(now.equals(wanted)));
        property.subscribe((_, on) -> {
            if (on != grouping.get().equals(wanted)) {
                grouping.set(on ? wanted : Grouping.none());
            }
        });
        return property;
    }

    private void askForLabel() {
        List<String> keys = LabelKeys.of(workspace);
        if (keys.isEmpty()) {
            workspace.messageProperty().set(messages.get("grouping.noLabels"));
            return;
        }
        dialogs.pick(
                        messages.get("grouping.label.title"),
                        messages.get("grouping.label.text"),
                        keys,
                        Function.identity())
                .ifPresent(key -> grouping.set(new Grouping.ByLabel(key)));
    }
}
