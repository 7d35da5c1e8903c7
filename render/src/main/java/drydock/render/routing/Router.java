package drydock.render.routing;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Finds ways from border to border, square, with as few things in the way and as few corners as a handful
/// of candidates allows: cheap enough for every line of a large picture.
public final class Router {

    /// How far a line keeps from what it passes, in scene units.
    static final double CLEAR = 16;

    private static final double NEAR = CLEAR + Obstacles.NEAR;

    private Router() {}

    /// What is further than this from a line and from both of its ends has no part in where the line runs, in scene
    /// units.
    public static double reach(Route route) {
        return route.sought() ? Detour.REACH + NEAR : NEAR;
    }

    /// The best way from `from` to `to`: a simple one, or where none is free, one around all that stands between.
    public static Route route(Rect from, Rect to, Obstacles obstacles) {
        List<Point> best = List.of(from.center(), to.center());
        double bestCost = Double.MAX_VALUE;
        int bestHits = 0;
        for (List<Point> candidate : candidates(from, to)) {
            int hits = obstacles.hits(candidate, from, to);
            double cost = hits * 10_000.0 + candidate.size() * 60 + length(candidate);
            if (cost < bestCost) {
                best = candidate;
                bestCost = cost;
                bestHits = hits;
            }
        }
        return bestHits == 0
                ? Route.through(best)
                : Route.through(Detour.find(from, to, obstacles).orElse(best)).afterSearch();
    }

    /// The way from the right or left border of `from` into a block of rows: past what stands in between,
    /// to `trunk` beside the block, along the strip above the first row, beside the rows to the strip above
    /// that of `to`, and down to the middle of its upper border.
    ///
    /// @param trunk x of the upright piece outside that lines of one origin share
    /// @param gate y of the free strip above the first row
    /// @param inner x of the upright piece inside
    /// @param aisle y of the free strip above the row that `to` stands in
    public static Route intoRows(
            Rect from, Rect to, double trunk, double gate, double inner, double aisle, Obstacles obstacles) {
        boolean right = trunk >= from.center().x();
        double start = right ? from.right() : from.x();
        List<Point> points = new ArrayList<>();
        points.add(new Point(start, from.center().y()));
        Point beforeTrunk = new Point(trunk, from.center().y());
        List<Rect> met = obstacles.met(points.getFirst(), beforeTrunk, from, to);
        if (!met.isEmpty()) {
            double around = around(met, from.center().y());
            double side = start + (right ? CLEAR : -CLEAR);
            points.add(new Point(side, from.center().y()));
            points.add(new Point(side, around));
            beforeTrunk = new Point(trunk, around);
        }
        points.add(beforeTrunk);
        points.add(new Point(trunk, gate));
        if (aisle != gate) {
            points.add(new Point(inner, gate));
            points.add(new Point(inner, aisle));
        }
        points.add(new Point(to.center().x(), aisle));
        points.add(new Point(to.center().x(), to.y()));
        return Route.through(points);
    }

    /// Above or below all of `met`, whichever is nearer to `y`.
    private static double around(List<Rect> met, double y) {
        double above = met.stream().mapToDouble(Rect::y).min().orElse(y) - CLEAR;
        double below = met.stream().mapToDouble(Rect::bottom).max().orElse(y) + CLEAR;
        return y - above < below - y ? above : below;
    }

    private static List<List<Point>> candidates(Rect a, Rect b) {
        List<List<Point>> result = new ArrayList<>();
        Point ca = a.center();
        Point cb = b.center();
        boolean right = b.x() >= a.right();
        boolean left = b.right() <= a.x();
        boolean below = b.y() >= a.bottom();
        boolean above = b.bottom() <= a.y();
        if (right || left) {
            double start = right ? a.right() : a.x();
            double end = right ? b.x() : b.right();
            OptionalDouble level = shared(a.y(), a.bottom(), b.y(), b.bottom());
            level.ifPresent(y -> result.add(List.of(new Point(start, y), new Point(end, y))));
            for (double share : new double[] {0.5, 0.25, 0.75}) {
                double x = start + (end - start) * share;
                result.add(List.of(
                        new Point(start, ca.y()), new Point(x, ca.y()), new Point(x, cb.y()), new Point(end, cb.y())));
            }
            detours(result, a, b, start, end, right ? CLEAR : -CLEAR);
        }
        if (below || above) {
            double start = below ? a.bottom() : a.y();
            double end = below ? b.y() : b.bottom();
            double y = (start + end) / 2;
            OptionalDouble plumb = shared(a.x(), a.right(), b.x(), b.right());
            plumb.ifPresent(x -> result.add(List.of(new Point(x, start), new Point(x, end))));
            result.add(List.of(
                    new Point(ca.x(), start), new Point(ca.x(), y), new Point(cb.x(), y), new Point(cb.x(), end)));
        }
        if ((right || left) && (below || above)) {
            double side = right ? a.right() : a.x();
            double upright = below ? b.y() : b.bottom();
            result.add(List.of(new Point(side, ca.y()), new Point(cb.x(), ca.y()), new Point(cb.x(), upright)));
            double startY = below ? a.bottom() : a.y();
            double endX = right ? b.x() : b.right();
            result.add(List.of(new Point(ca.x(), startY), new Point(ca.x(), cb.y()), new Point(endX, cb.y())));
        }
        return result;
    }

    /// The middle of the first range where it lies in the second as well, else the middle of the second
    /// where it lies in the first, both without their ends.
    private static OptionalDouble shared(double from, double to, double otherFrom, double otherTo) {
        double middle = (from + to) / 2;
        if (middle >= otherFrom + CLEAR / 2 && middle <= otherTo - CLEAR / 2) {
            return OptionalDouble.of(middle);
        }
        double other = (otherFrom + otherTo) / 2;
        return other >= from + CLEAR / 2 && other <= to - CLEAR / 2 ? OptionalDouble.of(other) : OptionalDouble.empty();
    }

    /// Around what stands between: above or below both.
    private static void detours(List<List<Point>> result, Rect a, Rect b, double start, double end, double clear) {
        for (double y : new double[] {Math.min(a.y(), b.y()) - CLEAR, Math.max(a.bottom(), b.bottom()) + CLEAR}) {
            result.add(List.of(
                    new Point(start, a.center().y()),
                    new Point(start + clear, a.center().y()),
                    new Point(start + clear, y),
                    new Point(end - clear, y),
                    new Point(end - clear, b.center().y()),
                    new Point(end, b.center().y())));
        }
    }

    private static double length(List<Point> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i - 1).distance(points.get(i));
        }
        return length;
    }
}
