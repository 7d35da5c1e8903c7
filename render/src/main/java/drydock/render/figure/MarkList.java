package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Align;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// The marks of one figure while it is drawn, from below to above.
final class MarkList {

    private final List<Mark> marks = new ArrayList<>(16);

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    MarkList box(Rect rect, double radius, Ink fill, Ink stroke, Stroke line) {
        marks.add(new Mark.Box(rect, radius, fill, stroke, line));
        return this;
    }

    MarkList area(Rect rect, double radius, Ink fill) {
        return box(rect, radius, fill, Ink.NONE, Stroke.NONE);
    }

    MarkList backing(Rect rect, double radius, TextStyle text) {
        marks.add(new Mark.Backing(rect, radius, text));
        return this;
    }

    MarkList text(String text, double x, double baseline, double maxWidth, TextStyle style, Ink ink) {
        return label(text, new Point(x, baseline), maxWidth, style, Align.LEFT, ink, false);
    }

    MarkList textTo(String text, double right, double baseline, double maxWidth, TextStyle style, Ink ink) {
        return label(text, new Point(right, baseline), maxWidth, style, Align.RIGHT, ink, false);
    }

    MarkList textAround(String text, double middle, double baseline, double maxWidth, TextStyle style, Ink ink) {
        return label(text, new Point(middle, baseline), maxWidth, style, Align.CENTER, ink, false);
    }

    MarkList label(String text, Point at, double maxWidth, TextStyle style, Align align, Ink ink, boolean struck) {
        if (!text.isEmpty() && maxWidth > 0) {
            marks.add(new Mark.Label(text, at, maxWidth, style, align, ink, struck));
        }
        return this;
    }

    MarkList glyph(String icon, Rect rect, Ink ink) {
        marks.add(new Mark.Glyph(icon, rect, ink));
        return this;
    }

    /// A line through points given as x, y, x, y …
    MarkList line(Ink ink, Stroke stroke, double... xy) {
        marks.add(new Mark.Line(points(xy), false, false, ink, stroke));
        return this;
    }

    /// A short line from one point to the next with an arrow head.
    MarkList arrow(Ink ink, double fromX, double toX, double y) {
        marks.add(new Mark.Line(points(fromX, y, toX, y), false, true, ink, Stroke.THIN));
        return this;
    }

    MarkList disc(Point center, double radius, Ink fill, Ink stroke, Stroke line) {
        marks.add(new Mark.Disc(center, radius, fill, stroke, line));
        return this;
    }

    MarkList arc(Point center, double radius, double share, boolean turning, Ink ink, Stroke line) {
        marks.add(new Mark.Arc(center, radius, share, turning, ink, line));
        return this;
    }

    /// A closed area with corners given as x, y, x, y …
    MarkList polygon(Ink fill, double... xy) {
        marks.add(new Mark.Polygon(points(xy), fill, Ink.NONE, Stroke.NONE));
        return this;
    }

    MarkList add(Mark mark) {
        marks.add(mark);
        return this;
    }

    private static List<Point> points(double... xy) {
        List<Point> points = new ArrayList<>(xy.length / 2);
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point(xy[i], xy[i + 1]));
        }
        return points;
    }
}
