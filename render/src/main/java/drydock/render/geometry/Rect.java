package drydock.render.geometry;

/// A rectangle, y down, in scene units.
///
/// @param x left edge
/// @param y upper edge
/// @param width at least 0
/// @param height at least 0
public record Rect(double x, double y, double width, double height) {

    public Rect {
        if (!(width >= 0 && height >= 0)) {
            throw new IllegalArgumentException("width " + width + ", height " + height);
        }
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point center() {
        return new Point(x + width / 2, y + height / 2);
    }

    /// Whether all of `other` lies within.
    public boolean contains(Rect other) {
        return other.x() >= x && other.right() <= right() && other.y() >= y && other.bottom() <= bottom();
    }

    public boolean contains(Point p) {
        return p.x() >= x && p.x() <= right() && p.y() >= y && p.y() <= bottom();
    }

    public boolean intersects(Rect other) {
        return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
    }

    /// The smallest rectangle that holds both.
    public Rect union(Rect other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Rect(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    public Rect moved(double dx, double dy) {
        return new Rect(x + dx, y + dy, width, height);
    }

    /// Wider and higher by `margin` on each side; a negative margin shrinks, to nothing at the least.
    public Rect grown(double margin) {
        return new Rect(x - margin, y - margin, Math.max(0, width + 2 * margin), Math.max(0, height + 2 * margin));
    }
}
