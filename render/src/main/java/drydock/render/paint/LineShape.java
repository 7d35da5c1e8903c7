package drydock.render.paint;

import drydock.render.geometry.Point;
import drydock.render.scene.Mark;
import java.util.List;

/// The outline of a line: where it has corners, how they are rounded, and where its arrow head is; the same on the
/// canvas and in files.
public final class LineShape {

    /// How round the corners of a curved line are, in scene units; less where a piece is short.
    private static final double RADIUS = 12;

    private static final double HEAD_LENGTH = 7;
    private static final double HEAD_HALF_WIDTH = 3.5;

    private LineShape() {}

    /// Takes down an outline.
    public interface Pen {
        void moveTo(double x, double y);

        void lineTo(double x, double y);

        /// A quadratic curve with one control point.
        void curveTo(double controlX, double controlY, double x, double y);
    }

    /// Draws `line` with `pen`, without its arrow head.
    public static void trace(Mark.Line line, Pen pen) {
        List<Point> points = line.points();
        if (points.isEmpty()) {
            return;
        }
        pen.moveTo(points.getFirst().x(), points.getFirst().y());
        for (int i = 1; i < points.size() - 1; i++) {
            corner(points.get(i - 1), points.get(i), points.get(i + 1), line.curved(), pen);
        }
        Point end = line.arrow() && points.size() > 1
                ? back(points.getLast(), points.get(points.size() - 2), HEAD_LENGTH - 1)
                : points.getLast();
        pen.lineTo(end.x(), end.y());
    }

    /// The three corners of the arrow head, the tip first; none where the line has no arrow.
    public static List<Point> head(Mark.Line line) {
        List<Point> points = line.points();
        if (!line.arrow() || points.size() < 2) {
            return List.of();
        }
        Point tip = points.getLast();
        Point base = back(tip, points.get(points.size() - 2), HEAD_LENGTH);
        double length = Math.max(1e-9, tip.distance(base));
        double acrossX = -(tip.y() - base.y()) / length * HEAD_HALF_WIDTH;
        double acrossY = (tip.x() - base.x()) / length * HEAD_HALF_WIDTH;
        return List.of(tip, base.plus(acrossX, acrossY), base.plus(-acrossX, -acrossY));
    }

    private static void corner(Point before, Point corner, Point after, boolean round, Pen pen) {
        double room = Math.min(before.distance(corner), corner.distance(after)) / 2;
        double radius = round ? Math.min(RADIUS, room) : 0;
        if (radius < 0.5) {
            pen.lineTo(corner.x(), corner.y());
            return;
        }
        Point from = back(corner, before, radius);
        Point to = back(corner, after, radius);
        pen.lineTo(from.x(), from.y());
        pen.curveTo(corner.x(), corner.y(), to.x(), to.y());
    }

    /// The point `distance` away from `point` towards `towards`, at most that far.
    private static Point back(Point point, Point towards, double distance) {
        double length = point.distance(towards);
        return length == 0 ? point : point.towards(towards, Math.min(1, distance / length));
    }
}
