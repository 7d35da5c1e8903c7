package drydock.render.hit;

import drydock.render.geometry.Point;
import drydock.render.scene.Figure;
import drydock.render.scene.Mark;
import java.util.List;

/// How far a point is from the lines of a figure.
final class LineDistance {

    private LineDistance() {}

    /// In scene units; infinite where the figure has no line and does not hold the point in a mark of another kind.
    static double of(Figure figure, Point point) {
        Point inside = point.plus(-figure.bounds().x(), -figure.bounds().y());
        double nearest = Double.POSITIVE_INFINITY;
        for (Mark mark : figure.marks()) {
            nearest = Math.min(nearest, of(mark, inside));
        }
        return nearest;
    }

    private static double of(Mark mark, Point point) {
        return switch (mark) {
            case Mark.Line line -> toPolyline(line.points(), point);
            case Mark.Box box -> box.rect().contains(point) ? 0 : Double.POSITIVE_INFINITY;
            case Mark.Backing backing -> backing.rect().contains(point) ? 0 : Double.POSITIVE_INFINITY;
            case Mark.Disc disc -> Math.max(0, disc.center().distance(point) - disc.radius());
            case Mark.Label _, Mark.Glyph _, Mark.Polygon _, Mark.Arc _ -> Double.POSITIVE_INFINITY;
        };
    }

    private static double toPolyline(List<Point> points, Point point) {
        double nearest = points.size() == 1 ? points.getFirst().distance(point) : Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.min(nearest, toSegment(points.get(i - 1), points.get(i), point));
        }
        return nearest;
    }

    private static double toSegment(Point from, Point to, Point point) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / square;
        return from.towards(to, Math.clamp(along, 0, 1)).distance(point);
    }
}
