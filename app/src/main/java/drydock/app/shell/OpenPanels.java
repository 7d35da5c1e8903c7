package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.settings.PanelSettings;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Which panels are open; kept for the next start.
final class OpenPanels {

    private final Messages messages = Messages.of(OpenPanels.class);
    private final Map<Panel, BooleanProperty> open = new EnumMap<>(Panel.class);

    OpenPanels(Settings settings) {
        Set<String> closed = settings.panels().closed();
        for (Panel panel : Panel.values()) {
            BooleanProperty property = new SimpleBooleanProperty(this, panel.id(), !closed.contains(panel.id()));
            property.subscribe((before, now) -> {
                PanelSettings kept = settings.panels();
                settings.setPanels(new PanelSettings(closed(), kept.sizes(), kept.tabs()));
            });
            open.put(panel, property);
        }
    }

    BooleanProperty openProperty(Panel panel) {
        return open.get(panel);
    }

    boolean isOpen(Panel panel) {
        return openProperty(panel).get();
    }

    /// Opens a panel that is needed now.
    void open(Panel panel) {
        openProperty(panel).set(true);
    }

    private Set<String> closed() {
        return Stream.of(Panel.values())
                .filter(panel -> !isOpen(panel))
                .map(Panel::id)
                .collect(Collectors.toSet());
    }

    List<Action> actions() {
        return Stream.of(Panel.values())
                .map(panel -> Action.toggle(
                                "panel-" + panel.id(), messages.get("shell.panel." + panel), openProperty(panel))
                        .withKeys("Alt+" + (panel.ordinal() + 1)))
                .toList();
    }
}
