package drydock.app.canvas;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.viewport.Viewport;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Goes to an object: selects it, and brings its figure into view, so near that it can be read.
public final class GoTo implements Consumer<ResourceId> {

    /// Figures at less than this scale cannot be read: they are looked at from nearer.
    private static final double READABLE = 0.35;

    private static final double NEAR = 0.8;

    private final Messages messages = Messages.of(GoTo.class);
    private final Workspace workspace;
    private final CanvasView canvas;

    public GoTo(Workspace workspace, CanvasView canvas) {
        this.workspace = workspace;
        this.canvas = canvas;
    }

    /// Goes there; says in the status bar why nothing is seen of an object that has no figure.
    @Override
    public void accept(ResourceId object) {
        workspace.selection().select(List.of(object));
        Optional<Figure> figure = canvas.scene().find(new FigureId.Of(object));
        workspace
                .messageProperty()
                .set(figure.isPresent() ? "" : messages.get("canvas.noFigure", object.kind(), object.name()));
        figure.filter(_ -> canvas.viewport().scale() < READABLE)
                .map(seen -> seen.bounds().center())
                .ifPresent(at -> canvas.look(Viewport.centred(at, NEAR, canvas.getWidth(), canvas.getHeight())));
        canvas.reveal(List.of(object));
    }
}
