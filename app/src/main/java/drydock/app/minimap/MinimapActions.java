package drydock.app.minimap;

import drydock.app.action.Action;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import java.util.List;

/// Switches the small picture on and off, and remembers it.
public final class MinimapActions {

    private final Messages messages = Messages.of(MinimapActions.class);
    private final MinimapView view;

    public MinimapActions(MinimapView view, Settings settings) {
        this.view = view;
        view.onProperty().set(settings.minimap());
        view.onProperty().subscribe((before, now) -> settings.setMinimap(now));
    }

    public List<Action> actions() {
        return List.of(Action.toggle("minimap", messages.get("minimap.name"), view.onProperty())
                .withIcon("fth-map"));
    }
}
