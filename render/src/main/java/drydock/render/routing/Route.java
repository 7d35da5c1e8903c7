package drydock.render.routing;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.List;

/// The way of one line: its corners from border to border.
///
/// @param points two or more; horizontal and vertical pieces in turn
/// @param sought whether no simple way was free, so that all that stands near had a say
public record Route(List<Point> points, boolean sought) {

    public Route {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a way of " + points);
        }
    }

    /// A simple way.
    public Route(List<Point> points) {
        this(points, false);
    }

    Route afterSearch() {
        return new Route(points, true);
    }

    static Route through(List<Point> corners) {
        List<Point> points = new ArrayList<>();
        for (Point p : corners) {
            int n = points.size();
            if (n > 0 && points.get(n - 1).equals(p)) {
                continue;
            }
            if (n > 1 && inLine(points.get(n - 2), points.get(n - 1), p)) {
                points.set(n - 1, p);
            } else {
                points.add(p);
            }
        }
        if (points.size() == 1) {
            points.add(points.getFirst());
        }
        return new Route(points);
    }

    /// The smallest rectangle that holds it.
    public Rect bounds() {
        Rect all = new Rect(points.getFirst().x(), points.getFirst().y(), 0, 0);
        for (Point p : points) {
            all = all.union(new Rect(p.x(), p.y(), 0, 0));
        }
        return all;
    }

    private static boolean inLine(Point a, Point b, Point c) {
        return (a.x() == b.x() && b.x() == c.x()) || (a.y() == b.y() && b.y() == c.y());
    }
}
