package drydock.render.scene;

import drydock.render.geometry.Rect;
import java.util.List;
import java.util.Optional;

/// One thing of the picture that can be pointed at: an object, a part of one, or an edge.
///
/// @param id the same for the same thing in every picture, so that it can be found again and moved, not replaced
/// @param bounds where it stands in the scene
/// @param layer what it lies above: higher is nearer to the eye
/// @param marks how it is drawn, in order, relative to the upper left corner of `bounds`
/// @param description what a screen reader says, and a tooltip shows
/// @param parent the figure that carries it along, as the node of a Pod
public record Figure(
        FigureId id, Rect bounds, Layer layer, List<Mark> marks, String description, Optional<FigureId> parent) {

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
    }

    /// The same figure at another place.
    public Figure at(double x, double y) {
        return new Figure(id, new Rect(x, y, bounds.width(), bounds.height()), layer, marks, description, parent);
    }
}
