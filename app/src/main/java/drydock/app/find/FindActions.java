package drydock.app.find;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.text.Messages;
import java.util.List;

/// Opens the field that finds objects, and walks through what it found.
public final class FindActions {

    private final Messages messages = Messages.of(FindActions.class);
    private final FindBar bar;

    public FindActions(FindBar bar) {
        this.bar = bar;
    }

    public List<Action> actions() {
        return List.of(
                Action.of("find", messages.get("find.action"), bar::open)
                        .withIcon("fth-search")
                        .withKeys("Shortcut+F"),
                Action.of("findNext", messages.get("find.next"), () -> bar.walk(1))
                        .withKeys("F3")
                        .when(bar.foundBinding(), Need.SEARCH),
                Action.of("findPrevious", messages.get("find.previous"), () -> bar.walk(-1))
                        .withKeys("Shift+F3")
                        .when(bar.foundBinding(), Need.SEARCH));
    }
}
