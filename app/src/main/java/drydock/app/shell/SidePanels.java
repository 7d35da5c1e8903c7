package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// Which of the panels around the canvas are shown. One that comes back is as large as it was.
final class SidePanels {

    /// Where a panel is; what keys show and hide it.
    enum Side {
        LEFT("Alt+1"),
        RIGHT("Alt+2"),
        BELOW("Alt+3");

        private final String keys;

        Side(String keys) {
            this.keys = keys;
        }

        private String id() {
            return "panel-" + name();
        }
    }

    private final Messages messages = Messages.of(SidePanels.class);
    private final Map<Side, BooleanProperty> shown = new EnumMap<>(Side.class);

    SidePanels() {
        Stream.of(Side.values()).forEach(side -> shown.put(side, new SimpleBooleanProperty(this, side.id(), true)));
    }

    BooleanProperty shownProperty(Side side) {
        return shown.get(side);
    }

    List<Action> actions() {
        return Stream.of(Side.values())
                .map(side -> Action.toggle(side.id(), messages.get("shell.panel." + side), shown.get(side))
                        .withKeys(side.keys))
                .toList();
    }

    /// Takes a panel out of the pane while it is not to be shown; it is the first of the pane's parts on the left, the
    /// last elsewhere.
    void hold(Side side, SplitPane pane, Node panel) {
        boolean first = side == Side.LEFT;
        double[] place = new double[1];
        shownProperty(side).subscribe((_, on) -> {
            int divider = first ? 0 : pane.getItems().size() - (on ? 1 : 2);
            if (on) {
                pane.getItems().add(first ? 0 : pane.getItems().size(), panel);
                pane.setDividerPosition(divider, place[0]);
            } else {
                place[0] = pane.getDividerPositions()[divider];
                pane.getItems().remove(panel);
            }
        });
    }
}
