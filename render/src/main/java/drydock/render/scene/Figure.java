package drydock.render.scene;

import drydock.render.geometry.Rect;
import java.util.List;
import java.util.Optional;

/// One thing of the picture that can be pointed at: an object or an edge.
///
/// @param id the same for the same thing in every picture, so that it can be found again and moved, not
/// replaced
/// @param bounds where it stands in the scene
/// @param layer what it lies above: higher is nearer to the eye
/// @param marks how it is drawn, in order, relative to the upper left corner of `bounds`
/// @param description what a screen reader says, and a tooltip shows
/// @param parent the figure that carries it along, as the node of a Pod
/// @param cell how it looks from far away, where its marks are too small to read; empty where the marks
/// will do
/// @param regions the parts of it that can be pointed at on their own, as the containers of a Pod; the last
/// is on top
/// @param opacity 1, or less for what fades away; never below 0
public record Figure(
        FigureId id,
        Rect bounds,
        Layer layer,
        List<Mark> marks,
        String description,
        Optional<FigureId> parent,
        Optional<Cell> cell,
        List<Region> regions,
        double opacity) {

    /// From below to above.
    public enum Layer {
        FRAME,
        EDGE,
        CARD,
        PART,
        BADGE
    }

    public Figure {
        marks = List.copyOf(marks);
        regions = List.copyOf(regions);
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity " + opacity);
        }
    }

    /// A figure without a cell and without parts, not faded.
    public Figure(
            FigureId id, Rect bounds, Layer layer, List<Mark> marks, String description, Optional<FigureId> parent) {
        this(id, bounds, layer, marks, description, parent, Optional.empty(), List.of(), 1);
    }

    /// The same figure at another place.
    public Figure at(double x, double y) {
        return x == bounds.x() && y == bounds.y()
                ? this
                : within(new Rect(x, y, bounds.width(), bounds.height()), parent);
    }

    /// The same figure, carried by another.
    public Figure carriedBy(FigureId carrier) {
        return parent.equals(Optional.of(carrier)) ? this : within(bounds, Optional.of(carrier));
    }

    /// The same figure, seen as `far` from far away.
    public Figure seenAs(Cell far) {
        return new Figure(id, bounds, layer, marks, description, parent, Optional.of(far), regions, opacity);
    }

    /// The same figure with parts that can be pointed at.
    public Figure divided(List<Region> parts) {
        return new Figure(id, bounds, layer, marks, description, parent, cell, parts, opacity);
    }

    /// The same figure, faded to `newOpacity`.
    public Figure faded(double newOpacity) {
        return new Figure(id, bounds, layer, marks, description, parent, cell, regions, newOpacity);
    }

    private Figure within(Rect newBounds, Optional<FigureId> newParent) {
        return new Figure(id, newBounds, layer, marks, description, newParent, cell, regions, opacity);
    }
}
