package drydock.app.shell;

import drydock.app.settings.PanelSettings;
import drydock.app.settings.Preferences;
import drydock.app.settings.Settings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// How wide and high the panels are.
///
/// What the user drags a panel to is kept for the next start, as a multiple of the text's size; in a window that is too
/// small for it, panels give way so that the canvas stays, and come back with the window.
final class PanelLayout {

    private static final String RIGHT = "right";

    /// How much of the window's width, or the height of the right side, a panel takes that nobody has dragged.
    private static final Map<String, Double> USUAL =
            Map.of(Panel.LEFT.id(), 0.14, RIGHT, 0.26, Panel.BELOW.id(), 0.26, Panel.INSPECTOR.id(), 0.42);

    /// What such a panel takes at least, as a multiple of the text's size.
    private static final Map<String, Double> LEAST_USUAL =
            Map.of(Panel.LEFT.id(), 17.25, RIGHT, 20.0, Panel.BELOW.id(), 15.0);
    private static final double MOST_OF_LEAST = 0.42;

    private static final double LEAST = 0.1;
    private static final double MOST_OF_ONE = 0.6;
    private static final double MOST_OF_BOTH = 0.7;

    /// A difference that comes from rounding only.
    private static final double SAME_PIXELS = 2;

    private final SplitPane all;
    private final SplitPane middle;
    private final SplitPane right;
    private final Map<Panel, Region> nodes = new EnumMap<>(Panel.class);
    private final List<Node> centre;
    private final OpenPanels open;
    private final Settings settings;
    private final Map<String, Double> applied = new HashMap<>();

    /// @param all the left panel, the middle, and the right side, from left to right
    /// @param middle the canvas over the panel below it
    /// @param right the inspector over the editor
    PanelLayout(
            SplitPane all,
            SplitPane middle,
            SplitPane right,
            Map<Panel, Region> nodes,
            OpenPanels open,
            Settings settings) {
        this.all = all;
        this.middle = middle;
        this.right = right;
        this.nodes.putAll(nodes);
        this.centre = all.getItems().stream()
                .filter(item -> !item.equals(right) && !nodes.containsValue(item))
                .toList();
        this.open = open;
        this.settings = settings;
        for (Panel panel : Panel.values()) {
            open.openProperty(panel).subscribe((before, now) -> arrange());
        }
        settings.preferencesProperty().map(Preferences::textSize).subscribe((before, now) -> place());
        Stream.of(all.widthProperty(), middle.heightProperty(), right.heightProperty())
                .forEach(size -> size.subscribe(this::resized));
        all.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node target && isOfDivider(target)) {
                keep();
            }
        });
        keepTab(Panel.LEFT);
        keepTab(Panel.BELOW);
        arrange();
    }

    private void keepTab(Panel panel) {
        if (nodes.get(panel) instanceof TabPane tabs) {
            Optional.ofNullable(settings.panels().tabs().get(panel.id()))
                    .filter(tab -> tab < tabs.getTabs().size())
                    .ifPresent(tabs.getSelectionModel()::select);
            tabs.getSelectionModel().selectedIndexProperty().subscribe((before, now) -> {
                PanelSettings kept = settings.panels();
                Map<String, Integer> next = new HashMap<>(kept.tabs());
                next.put(panel.id(), now.intValue());
                settings.setPanels(new PanelSettings(kept.closed(), kept.sizes(), next));
            });
        }
    }

    /// Takes out what is closed, and puts in again what is open.
    private void arrange() {
        boolean rightIsOpen = open.isOpen(Panel.INSPECTOR) || open.isOpen(Panel.EDITOR);
        List<Node> across = new ArrayList<>();
        addIfOpen(Panel.LEFT, across);
        across.addAll(centre);
        if (rightIsOpen) {
            across.add(right);
        }
        List<Node> down = new ArrayList<>(middle.getItems());
        down.remove(nodes.get(Panel.BELOW));
        addIfOpen(Panel.BELOW, down);
        List<Node> beside = new ArrayList<>();
        addIfOpen(Panel.INSPECTOR, beside);
        addIfOpen(Panel.EDITOR, beside);
        arrange(all, across);
        arrange(middle, down);
        arrange(right, beside);
        place();
    }

    private void addIfOpen(Panel panel, List<Node> items) {
        if (open.isOpen(panel)) {
            items.add(nodes.get(panel));
        }
    }

    /// What stays is not taken out: the canvas would lose the focus.
    private static void arrange(SplitPane pane, List<Node> wanted) {
        List<Node> items = pane.getItems();
        items.retainAll(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= items.size() || !items.get(i).equals(wanted.get(i))) {
                items.add(i, wanted.get(i));
            }
        }
    }

    /// A pane that gets another size distributes it by rules of its own; the places are put after that.
    private void resized() {
        layOut();
        place();
    }

    private void layOut() {
        Stream.of(all, middle, right).forEach(SplitPane::layout);
    }

    private void place() {
        double width = all.getWidth();
        if (width > 0) {
            double left = open.isOpen(Panel.LEFT) ? pixels(Panel.LEFT.id(), width) : 0;
            double side = all.getItems().contains(right) ? pixels(RIGHT, width) : 0;
            double shrink = Math.min(1, MOST_OF_BOTH * width / Math.max(1, left + side));
            int divider = 0;
            if (left > 0) {
                put(all, divider++, Panel.LEFT.id(), left * shrink, left * shrink / width);
            }
            if (side > 0) {
                put(all, divider, RIGHT, side * shrink, 1 - side * shrink / width);
            }
        }
        if (middle.getHeight() > 0 && open.isOpen(Panel.BELOW)) {
            double below = pixels(Panel.BELOW.id(), middle.getHeight());
            put(middle, 0, Panel.BELOW.id(), below, 1 - below / middle.getHeight());
        }
        if (right.getHeight() > 0 && open.isOpen(Panel.INSPECTOR) && open.isOpen(Panel.EDITOR)) {
            double inspector = pixels(Panel.INSPECTOR.id(), right.getHeight());
            put(right, 0, Panel.INSPECTOR.id(), inspector, inspector / right.getHeight());
        }
    }

    private void put(SplitPane pane, int divider, String name, double pixels, double position) {
        applied.put(name, pixels);
        pane.setDividerPosition(divider, position);
    }

    /// How large a panel is to be, of `room` pixels.
    private double pixels(String name, double room) {
        double usual = USUAL.get(name)
                * room
                * textPixels()
                / Preferences.USUAL.textSize().pixels();
        double wanted = Optional.ofNullable(settings.panels().sizes().get(name))
                .map(size -> size * textPixels())
                .orElse(Math.max(
                        usual, Math.min(LEAST_USUAL.getOrDefault(name, 0.0) * textPixels(), MOST_OF_LEAST * room)));
        return Math.clamp(wanted, LEAST * room, MOST_OF_ONE * room);
    }

    private int textPixels() {
        return settings.preferences().textSize().pixels();
    }

    /// Keeps what the user has dragged, and nothing that only gave way.
    void keep() {
        // an edge that was moved in this pulse is not laid out yet
        layOut();
        PanelSettings kept = settings.panels();
        Map<String, Double> sizes = new HashMap<>(kept.sizes());
        if (open.isOpen(Panel.LEFT)) {
            keep(sizes, Panel.LEFT.id(), nodes.get(Panel.LEFT).getWidth());
        }
        if (all.getItems().contains(right)) {
            keep(sizes, RIGHT, right.getWidth());
        }
        if (open.isOpen(Panel.BELOW)) {
            keep(sizes, Panel.BELOW.id(), nodes.get(Panel.BELOW).getHeight());
        }
        if (right.getItems().size() > 1) {
            keep(sizes, Panel.INSPECTOR.id(), nodes.get(Panel.INSPECTOR).getHeight());
        }
        settings.setPanels(new PanelSettings(kept.closed(), sizes, kept.tabs()));
    }

    private void keep(Map<String, Double> sizes, String name, double pixels) {
        double before = applied.getOrDefault(name, 0.0);
        if (pixels > 0 && Math.abs(pixels - before) > SAME_PIXELS) {
            sizes.put(name, pixels / textPixels());
            applied.put(name, pixels);
        }
    }

    private static boolean isOfDivider(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("split-pane-divider")) {
                return true;
            }
        }
        return false;
    }
}
