package drydock.render.paint;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is laid over a scene without changing it.
///
/// @param selected what is selected
/// @param hovered what the pointer is on
/// @param lit what is pointed out: the Pods that a selector matches
/// @param marquee the rectangle that is being drawn to select, in scene units
/// @param handles where lines can be drawn from, in scene units
/// @param line the line that is being drawn
public record Overlay(
        Set<FigureId> selected,
        Optional<FigureId> hovered,
        Set<FigureId> lit,
        Optional<Rect> marquee,
        List<Point> handles,
        Optional<Line> line) {

    public static final Overlay NONE = new Overlay(Set.of(), Optional.empty(), Set.of(), Optional.empty());

    /// A line from a figure to the pointer, in scene units.
    public record Line(Point from, Point to) {}

    public Overlay {
        selected = Set.copyOf(selected);
        lit = Set.copyOf(lit);
        handles = List.copyOf(handles);
    }

    /// Without handles and without a line.
    public Overlay(Set<FigureId> selected, Optional<FigureId> hovered, Set<FigureId> lit, Optional<Rect> marquee) {
        this(selected, hovered, lit, marquee, List.of(), Optional.empty());
    }
}
