package drydock.app.canvas;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.viewport.Viewport;
import java.util.List;
import java.util.Optional;

/// The handles of the figure that the mouse is on or near: points at its sides from which lines are drawn.
final class Handles {

    /// How far outside of the figure they stand, and how near the mouse has to come, in pixels.
    private static final double OUTSIDE = 9;

    private static final double REACH = 10;

    private LineDrawing lines = LineDrawing.NONE;
    private Optional<Figure> figure = Optional.empty();

    void setLines(LineDrawing drawing) {
        lines = drawing;
    }

    LineDrawing lines() {
        return lines;
    }

    /// The mouse has come to a point of the view.
    ///
    /// @param there the figure at that point
    /// @return whether other handles are to be shown
    boolean pointed(Optional<Figure> there, Point at, Viewport viewport) {
        Optional<Figure> before = figure;
        Optional<Figure> card = there.filter(f -> f.layer() != Figure.Layer.EDGE)
                .filter(f -> object(f).filter(lines::canBeginAt).isPresent());
        // from afar the handles of one card may lie on the next, which is what is meant there
        boolean onAnother = card.filter(f -> f.layer() != Figure.Layer.FRAME)
                .filter(f -> figure.isPresent() && !object(f).equals(object(figure.get())))
                .isPresent();
        if (onAnother || at(at, viewport).isEmpty()) {
            figure = card;
        }
        return !before.equals(figure);
    }

    void hide() {
        figure = Optional.empty();
    }

    /// The object whose handle is at a point of the view.
    Optional<ResourceId> at(Point at, Viewport viewport) {
        boolean near = points(viewport).stream()
                .anyMatch(p ->
                        Math.hypot(viewport.toScreenX(p.x()) - at.x(), viewport.toScreenY(p.y()) - at.y()) <= REACH);
        return near ? figure.flatMap(Handles::object) : Optional.empty();
    }

    /// Where the handles stand, in scene units.
    List<Point> points(Viewport viewport) {
        return figure.map(f -> around(f.bounds().grown(OUTSIDE / viewport.scale())))
                .orElse(List.of());
    }

    private static List<Point> around(Rect rect) {
        Point middle = rect.center();
        return List.of(
                new Point(rect.right(), middle.y()),
                new Point(middle.x(), rect.bottom()),
                new Point(rect.x(), middle.y()),
                new Point(middle.x(), rect.y()));
    }

    private static Optional<ResourceId> object(Figure figure) {
        return figure.id() instanceof FigureId.Of(ResourceId id) ? Optional.of(id) : Optional.empty();
    }
}
