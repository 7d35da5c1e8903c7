package drydock.app.minimap;

import drydock.app.action.Action;
import drydock.app.settings.Preferences;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Switches the small picture and the grid on and off, and remembers it.
public final class MinimapActions {

    private final Messages messages = Messages.of(MinimapActions.class);
    private final MinimapView view;
    private final BooleanProperty grid = new SimpleBooleanProperty(this, "grid");

    public MinimapActions(MinimapView view, Settings settings) {
        this.view = view;
        settings.preferencesProperty().subscribe(now -> {
            view.onProperty().set(now.minimap());
            grid.set(now.grid().shown());
        });
        view.onProperty().subscribe((before, now) -> {
            if (now != settings.preferences().minimap()) {
                settings.keep(settings.preferences().withMinimap(now));
            }
        });
        grid.subscribe((before, now) -> {
            Preferences preferences = settings.preferences();
            if (now != preferences.grid().shown()) {
                settings.keep(preferences.on(preferences.grid().showing(now)));
            }
        });
    }

    public List<Action> actions() {
        return List.of(
                Action.toggle("minimap", messages.get("minimap.name"), view.onProperty())
                        .withIcon("fth-map"),
                Action.toggle("grid", messages.get("minimap.grid"), grid).withIcon("fth-grid"));
    }
}
