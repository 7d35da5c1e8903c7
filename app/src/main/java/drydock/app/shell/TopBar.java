package drydock.app.shell;

import drydock.app.text.Messages;
import drydock.app.workspace.Mode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The upper edge of the window: the project's name, the menus, the three ways to look at it, the tools.
///
/// Where there is no room for all, the names give way first, which the window's frame has, too; then the tools, which
/// are in the menus; and then the three ways become one choice.
final class TopBar extends HBox {

    private final Map<Mode, ToggleButton> modes = new EnumMap<>(Mode.class);
    private final MenuButton choice = new MenuButton();
    private final MenuBar menus;
    private final List<Label> names;
    private final HBox segments;
    private final HBox tools;

    /// What happens when the user wants another way to look at the project.
    @FunctionalInterface
    interface ModeChooser {
        void choose(Mode mode);
    }

    TopBar(
            ObservableValue<String> project,
            ObservableBooleanValue unsaved,
            MenuBar menus,
            ObservableValue<Mode> mode,
            ModeChooser chooser,
            List<? extends Node> tools) {
        Messages messages = Messages.of(TopBar.class);
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Drydock");
        title.getStyleClass().add("title");
        Label name = new Label();
        name.setId("project-name");
        name.getStyleClass().add("text-muted");
        name.textProperty().bind(project);
        Label mark = new Label("●");
        mark.setId("unsaved-mark");
        mark.getStyleClass().add("unsaved");
        mark.setAccessibleText(messages.get("shell.unsaved"));
        mark.visibleProperty().bind(unsaved);
        HBox segments = new HBox();
        segments.getStyleClass().add("modes");
        segments.setAlignment(Pos.CENTER);
        for (Mode each : Mode.values()) {
            ToggleButton button = new ToggleButton(messages.get("shell.mode." + each.name()));
            button.setId("mode-" + each.name());
            button.setOnAction(_ -> {
                show(mode.getValue());
                chooser.choose(each);
            });
            button.setMinWidth(USE_PREF_SIZE);
            modes.put(each, button);
            segments.getChildren().add(button);
        }
        HBox toolBox = new HBox(tools.toArray(Node[]::new));
        toolBox.setAlignment(Pos.CENTER_RIGHT);
        this.menus = menus;
        this.names = List.of(title, name);
        this.segments = segments;
        this.tools = toolBox;
        for (Mode each : Mode.values()) {
            MenuItem item = new MenuItem(messages.get("shell.mode." + each.name()));
            item.setOnAction(_ -> chooser.choose(each));
            choice.getItems().add(item);
        }
        choice.setId("mode-choice");
        choice.getStyleClass().add("mode-choice");
        mode.subscribe(current -> {
            show(current);
            choice.setText(messages.get("shell.mode." + current.name()));
        });
        for (Region whole : List.of(menus, segments, toolBox, choice)) {
            whole.setMinWidth(USE_PREF_SIZE);
        }
        setMinWidth(0);
        getChildren().setAll(title, name, mark, menus, space(), segments, choice, space(), toolBox);
        show(choice, false);
    }

    @Override
    protected void layoutChildren() {
        double named = names.stream().mapToDouble(this::widthOf).sum();
        double needed = menus.prefWidth(-1) + 4 * getSpacing();
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - needed;
        boolean whole = widthOf(segments) <= room;
        boolean tooled = widthOf(segments) + widthOf(tools) <= room;
        boolean called = widthOf(segments) + widthOf(tools) + named <= room;
        names.forEach(name -> show(name, called));
        show(tools, tooled);
        show(segments, whole);
        show(choice, !whole);
        super.layoutChildren();
    }

    private double widthOf(Node node) {
        return node.prefWidth(-1) + getSpacing();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// The button shows what is, not what was asked for: to connect may fail, or take a while.
    private void show(Mode current) {
        modes.forEach((mode, button) -> button.setSelected(mode == current));
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
