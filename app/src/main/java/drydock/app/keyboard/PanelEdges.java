package drydock.app.keyboard;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;

/// Moves the edge of the panel that has the focus, which a mouse drags.
public final class PanelEdges {

    private static final double STEP = 32;

    private enum Way {
        LEFT(Orientation.HORIZONTAL, -1),
        RIGHT(Orientation.HORIZONTAL, 1),
        UP(Orientation.VERTICAL, -1),
        DOWN(Orientation.VERTICAL, 1);

        private final Orientation across;
        private final int sign;

        Way(Orientation across, int sign) {
            this.across = across;
            this.sign = sign;
        }
    }

    private final Messages messages = Messages.of(PanelEdges.class);
    private final Supplier<@Nullable Node> focus;

    /// @param focus what has the focus
    public PanelEdges(Supplier<@Nullable Node> focus) {
        this.focus = focus;
    }

    public List<Action> actions() {
        return Stream.of(Way.values())
                .map(way -> Action.of(
                                "edge-" + way.name().toLowerCase(Locale.ROOT),
                                messages.get("keyboard.edge." + way),
                                () -> move(way))
                        .withKeys("Alt+Shift+" + way.name()))
                .toList();
    }

    /// The nearest edge around the focus that can go that way is moved: behind the panel, or before it if it is the
    /// last.
    private void move(Way way) {
        for (Node at = focus.get(); at != null; at = at.getParent()) {
            if (at instanceof SplitPane pane
                    && pane.getOrientation() == way.across
                    && pane.getItems().size() > 1) {
                int divider = Math.min(partWithFocus(pane), pane.getItems().size() - 2);
                double length = way.across == Orientation.HORIZONTAL ? pane.getWidth() : pane.getHeight();
                pane.setDividerPosition(divider, pane.getDividerPositions()[divider] + way.sign * STEP / length);
                return;
            }
        }
    }

    private int partWithFocus(SplitPane pane) {
        for (Node at = focus.get(); at != null; at = at.getParent()) {
            int part = pane.getItems().indexOf(at);
            if (part >= 0) {
                return part;
            }
        }
        return 0;
    }
}
