package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.canvas.CanvasView;
import drydock.app.dialog.Dialogs;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.render.theme.Theme;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// How a user looks at what there is: which part of it, in which colours and language.
final class ViewActions {

    private static final double ZOOM_STEP = 1.25;
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final Messages messages = Messages.of(ViewActions.class);
    private final Workspace workspace;
    private final CanvasView canvas;
    private final Dialogs dialogs;
    private final Settings settings;
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");

    ViewActions(Workspace workspace, CanvasView canvas, Dialogs dialogs, Settings settings) {
        this.workspace = workspace;
        this.canvas = canvas;
        this.dialogs = dialogs;
        this.settings = settings;
        dark.set(settings.dark().orElse(false));
        dark.subscribe(isDark -> canvas.themeProperty().set(isDark ? Theme.DARK : Theme.LIGHT));
        dark.subscribe((before, now) -> settings.setDark(now));
    }

    BooleanProperty darkProperty() {
        return dark;
    }

    List<Action> ways() {
        return List.of(nodesView(), darkColours());
    }

    List<Action> zooms() {
        return List.of(fit(), zoomIn(), zoomOut(), actualSize());
    }

    Action zoomIn() {
        return Action.of("zoomIn", messages.get("shell.zoomIn"), () -> canvas.zoom(ZOOM_STEP))
                .withKeys("Shortcut+Plus");
    }

    Action zoomOut() {
        return Action.of("zoomOut", messages.get("shell.zoomOut"), () -> canvas.zoom(1 / ZOOM_STEP))
                .withKeys("Shortcut+Minus");
    }

    Action actualSize() {
        return Action.of("actualSize", messages.get("shell.actualSize"), canvas::actualSize)
                .withKeys("Shortcut+0");
    }

    Action nodesView() {
        return Action.toggle("nodesView", messages.get("shell.view.nodes"), workspace.nodesViewProperty())
                .withIcon("fth-server");
    }

    Action darkColours() {
        return Action.toggle("dark", messages.get("shell.dark"), dark).withIcon("fth-moon");
    }

    Action fit() {
        return Action.of("fit", messages.get("shell.fit"), canvas::fit)
                .withIcon("fth-maximize")
                .withKeys("Shortcut+1");
    }

    /// The languages that the program speaks.
    Menu languages() {
        Menu menu = new Menu(messages.get("shell.language"));
        ToggleGroup group = new ToggleGroup();
        for (Locale language : LANGUAGES) {
            RadioMenuItem item = new RadioMenuItem(language.getDisplayName(language));
            item.setToggleGroup(group);
            item.setSelected(language.getLanguage().equals(Locale.getDefault().getLanguage()));
            item.setOnAction(_ -> {
                settings.setLanguage(language);
                dialogs.tell(messages.get("shell.language"), messages.get("shell.language.restart"));
            });
            menu.getItems().add(item);
        }
        return menu;
    }
}
