package drydock.app.commands;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.util.List;

/// Opens the command palette.
public final class CommandActions {

    private final Messages messages = Messages.of(CommandActions.class);
    private final Runnable open;

    public CommandActions(Runnable open) {
        this.open = open;
    }

    public List<Action> actions() {
        return List.of(Action.of("commands", messages.get("commands.action"), open)
                .withIcon("fth-command")
                .withKeys("Shortcut+Shift+P"));
    }
}
