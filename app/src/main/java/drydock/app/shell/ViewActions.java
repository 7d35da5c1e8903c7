package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.canvas.CanvasView;
import drydock.app.settings.Colours;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// How a user looks at what there is: which part of it, in which colours and language.
final class ViewActions {

    private static final double ZOOM_STEP = 1.25;

    private final Messages messages = Messages.of(ViewActions.class);
    private final Workspace workspace;
    private final CanvasView canvas;
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");

    ViewActions(Workspace workspace, CanvasView canvas, Settings settings) {
        this.workspace = workspace;
        this.canvas = canvas;
        canvas.themeProperty().subscribe(theme -> dark.set(theme.dark()));
        dark.subscribe((before, now) -> {
            if (now != canvas.themeProperty().get().dark()) {
                settings.keep(settings.preferences().in(now ? Colours.DARK : Colours.LIGHT));
            }
        });
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
}
