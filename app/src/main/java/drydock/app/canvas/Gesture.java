package drydock.app.canvas;

import drydock.app.settings.Grid;
import drydock.model.connect.End;
import drydock.model.diagram.Note;
import drydock.model.diagram.Position;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the mouse is about. Points are those of the screen unless said otherwise.
sealed interface Gesture {

    /// The mouse only points.
    record Pointing() implements Gesture {}

    /// A button is down, and the mouse has not moved far enough to mean anything but a click.
    ///
    /// @param onFigure what was pressed, or null for the background
    /// @param adding whether the selection is to be added to
    /// @param leaving whether a click takes the figure out of the selection, which it was in before
    record Pressed(Point start, @Nullable FigureId onFigure, boolean adding, boolean leaving) implements Gesture {}

    /// The scene goes along with the mouse.
    record Panning(Point last) implements Gesture {}

    /// A rectangle is drawn open; what lies in it will be selected.
    record Marquee(Point start, Point now) implements Gesture {
        Rect rect() {
            return new Rect(
                    Math.min(start.x(), now.x()),
                    Math.min(start.y(), now.y()),
                    Math.abs(now.x() - start.x()),
                    Math.abs(now.y() - start.y()));
        }
    }

    /// Figures go along with the mouse.
    ///
    /// @param start where the mouse was in the scene when it began
    /// @param before where the figures were
    record Dragging(Point start, Map<ResourceId, Rect> before) implements Gesture {

        public Dragging {
            before = new TreeMap<>(before);
        }

        /// Where the figures are when the mouse is at `now` of the scene.
        Map<ResourceId, Position> positions(Point now, Grid grid) {
            Map<ResourceId, Position> positions = new TreeMap<>();
            before.forEach((id, rect) -> {
                double x = rect.x() + now.x() - start.x();
                double y = rect.y() + now.y() - start.y();
                positions.put(id, new Position(grid.placed(x), grid.placed(y)));
            });
            return positions;
        }
    }

    /// A note goes along with the mouse.
    ///
    /// @param start where the mouse was in the scene when it began
    record DraggingNote(Point start, Note before) implements Gesture {

        /// The note as it is when the mouse is at `now` of the scene.
        Note at(Point now, Grid grid) {
            Position position = new Position(
                    grid.placed(before.position().x() + now.x() - start.x()),
                    grid.placed(before.position().y() + now.y() - start.y()));
            return new Note(before.id(), before.text(), position, before.width(), before.height());
        }
    }

    /// A line is drawn from a handle.
    ///
    /// @param from the object that it begins at
    /// @param start where it begins in the scene
    /// @param now where it ends in the scene, for now
    /// @param over what fits it and is under the mouse
    record Connecting(ResourceId from, Point start, Point now, Optional<End> over) implements Gesture {

        /// The line when the mouse has come to another point of the scene.
        Connecting at(Point next, Optional<End> nextOver) {
            return new Connecting(from, start, next, nextOver);
        }
    }
}
