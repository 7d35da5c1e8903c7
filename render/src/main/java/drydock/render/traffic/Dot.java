package drydock.render.traffic;

import drydock.render.geometry.Point;
import drydock.render.scene.Ink;

/// A request, or several, at a moment.
///
/// @param opacity 1, or less for what fades away
public record Dot(Request request, Shape shape, Point at, Ink ink, double opacity) {

    /// What a dot says by its shape, whatever its colour.
    public enum Shape {
        /// On its way: a disc.
        GOING,
        /// Waiting for an answer: an open ring.
        WAITING,
        /// On its way back, answered: a ring with a dot.
        ANSWERED,
        /// On its way back, with fault found by the server: a triangle.
        FAULTED,
        /// On its way back, with a failure of the server: a square on its corner.
        FAILED,
        /// Ended where it is, without an answer: a cross.
        LOST
    }
}
