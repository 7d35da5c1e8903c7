package drydock.render.routing;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The shortest way with few corners through what stands between two things, for where no simple way is free.
final class Detour {

    /// How far beside both ends it looks for a way, in scene units.
    static final double REACH = 240;

    /// Where more than this stands between, no way is looked for: it would take too long for every line of a large
    /// picture.
    private static final int MOST_BETWEEN = 80;

    private static final double CORNER = 60;

    private record Step(int x, int y, boolean level) {}

    private record Reached(Step step, double cost, double estimate) {}

    private final List<Rect> between;
    private final double[] xs;
    private final double[] ys;

    private Detour(Rect from, Rect to, List<Rect> between) {
        this.between = between;
        TreeSet<Double> columns =
                new TreeSet<>(List.of(from.center().x(), to.center().x()));
        TreeSet<Double> rows =
                new TreeSet<>(List.of(from.center().y(), to.center().y()));
        Stream.concat(Stream.of(from, to), between.stream()).forEach(rect -> {
            Rect around = rect.grown(Router.CLEAR);
            columns.addAll(List.of(around.x(), around.right()));
            rows.addAll(List.of(around.y(), around.bottom()));
        });
        xs = columns.stream().mapToDouble(Double::doubleValue).toArray();
        ys = rows.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// A way that runs through nothing; empty if there is none near by, or too much stands there.
    static Optional<List<Point>> find(Rect from, Rect to, Obstacles obstacles) {
        List<Rect> between = obstacles
                .touching(from.union(to).grown(REACH))
                .filter(rect -> !rect.equals(from) && !rect.equals(to))
                .toList();
        if (between.size() > MOST_BETWEEN || from.grown(Router.CLEAR).intersects(to)) {
            return Optional.empty();
        }
        List<Rect> all = new ArrayList<>(between);
        all.add(from);
        all.add(to);
        return new Detour(from, to, all).way(from, to);
    }

    private Optional<List<Point>> way(Rect from, Rect to) {
        Map<Step, Step> before = new HashMap<>();
        Map<Step, Double> costs = new HashMap<>();
        Map<Step, Point> ends = gates(to);
        PriorityQueue<Reached> open = new PriorityQueue<>((a, b) -> Double.compare(a.estimate(), b.estimate()));
        Map<Step, Point> starts = gates(from);
        starts.keySet().forEach(step -> {
            costs.put(step, 0.0);
            open.add(new Reached(step, 0, rest(step, to)));
        });
        while (!open.isEmpty()) {
            Reached here = open.remove();
            Step step = here.step();
            if (here.cost() > costs.getOrDefault(step, Double.MAX_VALUE)) {
                continue;
            }
            if (ends.containsKey(step)) {
                return Optional.of(points(step, before, starts, ends));
            }
            for (Step next : next(step)) {
                double cost =
                        here.cost() + point(step).distance(point(next)) + (next.level() == step.level() ? 0 : CORNER);
                if (cost < costs.getOrDefault(next, Double.MAX_VALUE)) {
                    costs.put(next, cost);
                    before.put(next, step);
                    open.add(new Reached(next, cost, cost + rest(next, to)));
                }
            }
        }
        return Optional.empty();
    }

    /// Where a line can leave a thing or reach it, with the point on its border: before the middle of each side that
    /// is free.
    private Map<Step, Point> gates(Rect rect) {
        Map<Step, Point> gates = new HashMap<>();
        Point middle = rect.center();
        Rect around = rect.grown(Router.CLEAR);
        gate(gates, rect, new Point(around.right(), middle.y()), new Point(rect.right(), middle.y()));
        gate(gates, rect, new Point(around.x(), middle.y()), new Point(rect.x(), middle.y()));
        gate(gates, rect, new Point(middle.x(), around.bottom()), new Point(middle.x(), rect.bottom()));
        gate(gates, rect, new Point(middle.x(), around.y()), new Point(middle.x(), rect.y()));
        return gates;
    }

    private void gate(Map<Step, Point> gates, Rect own, Point outside, Point border) {
        if (isFree(outside, border, own)) {
            Step step = new Step(
                    Arrays.binarySearch(xs, outside.x()),
                    Arrays.binarySearch(ys, outside.y()),
                    outside.y() == border.y());
            gates.put(step, border);
        }
    }

    private List<Step> next(Step step) {
        List<Step> next = new ArrayList<>(4);
        for (int way = -1; way <= 1; way += 2) {
            if (step.x() + way >= 0 && step.x() + way < xs.length) {
                add(next, step, new Step(step.x() + way, step.y(), true));
            }
            if (step.y() + way >= 0 && step.y() + way < ys.length) {
                add(next, step, new Step(step.x(), step.y() + way, false));
            }
        }
        // a corner where it stands, so that a line meets the border of its end squarely
        next.add(new Step(step.x(), step.y(), !step.level()));
        return next;
    }

    private void add(List<Step> next, Step from, Step to) {
        if (from.level() == to.level() && isFree(point(from), point(to), null)) {
            next.add(to);
        }
    }

    private boolean isFree(Point a, Point b, @Nullable Rect own) {
        Rect piece = new Rect(
                        Math.min(a.x(), b.x()),
                        Math.min(a.y(), b.y()),
                        Math.abs(a.x() - b.x()),
                        Math.abs(a.y() - b.y()))
                .grown(Obstacles.NEAR);
        for (Rect rect : between) {
            if (rect.intersects(piece) && !rect.equals(own)) {
                return false;
            }
        }
        return true;
    }

    private Point point(Step step) {
        return new Point(xs[step.x()], ys[step.y()]);
    }

    /// Not more than what is left to go.
    private double rest(Step step, Rect to) {
        Rect around = to.grown(Router.CLEAR);
        Point at = point(step);
        double dx = Math.max(0, Math.max(around.x() - at.x(), at.x() - around.right()));
        double dy = Math.max(0, Math.max(around.y() - at.y(), at.y() - around.bottom()));
        return dx + dy;
    }

    private List<Point> points(Step end, Map<Step, Step> before, Map<Step, Point> starts, Map<Step, Point> ends) {
        List<Point> points = new ArrayList<>();
        points.add(ends.getOrDefault(end, point(end)));
        Step step = end;
        while (true) {
            points.add(point(step));
            Step earlier = before.get(step);
            if (earlier == null) {
                points.add(starts.getOrDefault(step, point(step)));
                return points.reversed();
            }
            step = earlier;
        }
    }
}
