package drydock.app.canvas;

import drydock.model.connect.End;
import drydock.model.resource.ResourceId;
import javafx.geometry.Point2D;

/// What lines that are drawn from figure to figure lead to.
public interface LineDrawing {

    /// Nothing can be connected.
    LineDrawing NONE = new LineDrawing() {
        @Override
        public boolean canBeginAt(ResourceId object) {
            return false;
        }

        @Override
        public boolean fits(ResourceId from, ResourceId to) {
            return false;
        }

        @Override
        public void drawn(End from, End to, Point2D screen) {}
    };

    /// Whether a line can be drawn from this object at all.
    boolean canBeginAt(ResourceId object);

    /// Whether a line between these can mean anything.
    boolean fits(ResourceId from, ResourceId to);

    /// A line was drawn between ends that fit, and let go at a point of the screen.
    void drawn(End from, End to, Point2D screen);
}
