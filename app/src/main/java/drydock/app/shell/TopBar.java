package drydock.app.shell;

import drydock.app.text.Messages;
import drydock.app.workspace.Mode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The upper edge of the window: the project's name, the menus, the three ways to look at it, the tools.
final class TopBar extends HBox {

    private static final double NARROW = 1000;
    private static final PseudoClass NARROW_BAR = PseudoClass.getPseudoClass("narrow");

    private final Map<Mode, ToggleButton> modes = new EnumMap<>(Mode.class);

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
        mode.subscribe(this::show);
        HBox toolBox = new HBox(tools.toArray(Node[]::new));
        toolBox.setAlignment(Pos.CENTER_RIGHT);
        menus.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(0);
        widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(narrow -> {
            pseudoClassStateChanged(NARROW_BAR, narrow);
            title.setManaged(!narrow);
            title.setVisible(!narrow);
        });
        getChildren().setAll(title, name, mark, menus, space(), segments, space(), toolBox);
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
