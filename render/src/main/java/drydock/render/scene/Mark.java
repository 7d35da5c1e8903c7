package drydock.render.scene;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.List;

/// One thing that is drawn, in the coordinates of its figure (0, 0 is the figure's upper left corner).
public sealed interface Mark {

    /// A rectangle with round corners; `radius` of half the height makes a capsule.
    record Box(Rect rect, double radius, Ink fill, Ink stroke, Stroke line) implements Mark {}

    /// Covers the lines under a text with the ground's colour; drawn only where the text is.
    ///
    /// @param text how the text is written
    record Backing(Rect rect, double radius, TextStyle text) implements Mark {

        public Box box() {
            return new Box(rect, radius, Ink.CANVAS, Ink.NONE, Stroke.NONE);
        }
    }

    /// One line of text that is cut with an ellipsis where it would be wider than `maxWidth`.
    ///
    /// @param at the baseline's left end, middle or right end, as `align` says
    record Label(String text, Point at, double maxWidth, TextStyle style, Align align, Ink ink, boolean struck)
            implements Mark {}

    /// An icon, by the name `drydock.icons` knows it by, filling `rect`.
    record Glyph(String icon, Rect rect, Ink ink) implements Mark {}

    /// A line through points, with an arrow head at its end where `arrow` says so.
    ///
    /// @param curved whether its corners are round, with a radius of 12 or half of the shorter side that
    /// meets there
    record Line(List<Point> points, boolean curved, boolean arrow, Ink ink, Stroke line) implements Mark {
        public Line {
            points = List.copyOf(points);
        }
    }

    /// A closed area between straight sides.
    record Polygon(List<Point> corners, Ink fill, Ink stroke, Stroke line) implements Mark {
        public Polygon {
            corners = List.copyOf(corners);
        }
    }

    /// A disc or circle.
    record Disc(Point center, double radius, Ink fill, Ink stroke, Stroke line) implements Mark {}

    /// An arc of a circle, from 12 o'clock clockwise.
    ///
    /// @param share how much of the circle, 0 to 1
    /// @param turning whether it turns while it is shown
    record Arc(Point center, double radius, double share, boolean turning, Ink ink, Stroke line) implements Mark {}

    /// How a line is drawn: its width in scene units, and whether it is broken.
    record Stroke(double width, Dash dash) {
        public static final Stroke NONE = new Stroke(0, Dash.SOLID);
        public static final Stroke THIN = new Stroke(1, Dash.SOLID);
        public static final Stroke BOLD = new Stroke(2, Dash.SOLID);
        public static final Stroke DASHED = new Stroke(1.5, Dash.DASHED);
        public static final Stroke DOTTED = new Stroke(1.5, Dash.DOTTED);
    }

    enum Dash {
        SOLID,
        DASHED,
        DOTTED
    }

    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /// The few sizes of text that there are: family, size in scene units and weight stand in the theme.
    enum TextStyle {
        TITLE,
        BODY,
        BODY_STRONG,
        SMALL,
        SMALL_STRONG,
        TINY,
        MONO
    }
}
