package drydock.render.geometry;

/// A point of the plane, y down, in scene units.
public record Point(double x, double y) {

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /// The point that lies `share` (0 to 1) of the way to `to`.
    public Point towards(Point to, double share) {
        return new Point(x + (to.x - x) * share, y + (to.y - y) * share);
    }

    public double distance(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
