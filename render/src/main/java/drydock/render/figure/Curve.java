package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.load.LoadPoint;
import drydock.render.load.LoadSeries;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// A line of values over time with the area below it, and a level that it is held against.
final class Curve {

    /// So many points fill the whole width; fewer begin in the middle, so that the newest is always at the right.
    static final int POINTS = 60;

    private static final double HEADROOM = 1.15;

    private final MarkList marks;
    private final Rect area;
    private final double most;

    /// @param most the value at the upper border
    private Curve(MarkList marks, Rect area, double most) {
        this.marks = marks;
        this.area = area;
        this.most = most;
    }

    /// @param level empty where there is none
    /// @param least the upper border is this at least, so that little looks like little
    static void draw(
            MarkList marks,
            Rect area,
            LoadSeries series,
            ToDoubleFunction<LoadPoint> value,
            OptionalDouble level,
            double least,
            Ink ink,
            Ink soft) {
        double highest = series.points().stream().mapToDouble(value).max().orElse(0);
        Curve curve = new Curve(marks, area, HEADROOM * Math.max(least, Math.max(highest, level.orElse(0))));
        level.ifPresent(curve::level);
        curve.line(series.points(), value, ink, soft);
    }

    private void level(double value) {
        double y = y(value);
        marks.line(Ink.TEXT_MUTED, new Stroke(1, Dash.DASHED), area.x(), y, area.right(), y);
    }

    private void line(List<LoadPoint> points, ToDoubleFunction<LoadPoint> value, Ink ink, Ink soft) {
        List<Point> line = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double x = area.right() - (points.size() - 1 - i) * area.width() / (POINTS - 1);
            line.add(new Point(Math.max(area.x(), x), y(value.applyAsDouble(points.get(i)))));
        }
        List<Point> below = new ArrayList<>(line);
        below.add(new Point(line.getLast().x(), area.bottom()));
        below.add(new Point(line.getFirst().x(), area.bottom()));
        marks.add(new Mark.Polygon(below, soft, Ink.NONE, Stroke.NONE));
        marks.add(new Mark.Line(line, false, false, ink, new Stroke(1.75, Dash.SOLID)));
        marks.disc(line.getLast(), 2.5, ink, Ink.NONE, Stroke.NONE);
    }

    private double y(double value) {
        return area.bottom() - area.height() * Math.min(1, value / most);
    }
}
