package drydock.render.paint;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.Fonts;
import drydock.render.text.TextMeasure;
import drydock.render.theme.TextLook;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints the marks of figures in one frame. Positions are those of the screen: a figure's corner and the edges of its
/// boxes fall on whole pixels, so that lines are sharp and nothing trembles within a figure while it is panned.
final class MarkPainter {

    /// Text smaller than this many pixels is not painted.
    static final double READABLE = 5.5;

    private static final double SECONDS_A_TURN = 1.2;

    private final GraphicsContext g;
    private final Frame frame;
    private final Colours colours;
    private final GlyphImages glyphs;
    private final TextMeasure measure;
    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
    private final double scale;
    private double originX;
    private double originY;

    MarkPainter(GraphicsContext g, Frame frame, Colours colours, GlyphImages glyphs, TextMeasure measure) {
        this.g = g;
        this.frame = frame;
        this.colours = colours;
        this.glyphs = glyphs;
        this.measure = measure;
        this.scale = frame.viewport().scale();
    }

    /// Paints a figure: all its marks, but of a line between figures nothing except the line where what is written on
    /// it is too small to be read, so that no gap is left for it.
    void paint(Figure figure) {
        boolean isBare = figure.layer() == Figure.Layer.EDGE
                && TextLook.of(TextStyle.SMALL).size() * scale < READABLE;
        paint(
                isBare
                        ? figure.marks().stream()
                                .filter(Mark.Line.class::isInstance)
                                .toList()
                        : figure.marks(),
                figure.bounds().x(),
                figure.bounds().y());
    }

    /// Paints `marks` of a figure that stands at (`x`, `y`) of the scene.
    void paint(List<Mark> marks, double x, double y) {
        originX = frame.snapped(frame.viewport().toScreenX(x));
        originY = frame.snapped(frame.viewport().toScreenY(y));
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Box box -> paint(box);
                case Mark.Label label -> paint(label);
                case Mark.Glyph glyph -> paint(glyph);
                case Mark.Line line -> paint(line);
                case Mark.Polygon polygon -> paint(polygon);
                case Mark.Disc disc -> paint(disc);
                case Mark.Arc arc -> paint(arc);
            }
        }
    }

    private void paint(Mark.Box box) {
        Rect rect = box.rect();
        double x = frame.snapped(x(rect.x()));
        double y = frame.snapped(y(rect.y()));
        double width = frame.snapped(x(rect.right())) - x;
        double height = frame.snapped(y(rect.bottom())) - y;
        double arc = Math.min(2 * box.radius() * scale, Math.min(width, height));
        boolean stroked = isDrawn(box.stroke(), box.line());
        double inset = stroked ? frame.lineWidth(box.line().width()) / 2 : 0;
        double innerWidth = Math.max(0, width - 2 * inset);
        double innerHeight = Math.max(0, height - 2 * inset);
        double innerArc = Math.max(0, arc - 2 * inset);
        if (box.fill() != Ink.NONE) {
            g.setFill(colours.of(box.fill()));
            if (innerArc < 1) {
                g.fillRect(x + inset, y + inset, innerWidth, innerHeight);
            } else {
                g.fillRoundRect(x + inset, y + inset, innerWidth, innerHeight, innerArc, innerArc);
            }
        }
        if (stroked) {
            pen(box.stroke(), box.line());
            g.strokeRoundRect(x + inset, y + inset, innerWidth, innerHeight, innerArc, innerArc);
        }
    }

    private void paint(Mark.Label label) {
        double size = TextLook.of(label.style()).size() * scale;
        if (size < READABLE || label.ink() == Ink.NONE) {
            return;
        }
        String text = measure.fit(label.text(), label.style(), label.maxWidth());
        if (text.isEmpty()) {
            return;
        }
        double x = x(label.at().x());
        double y = frame.snapped(y(label.at().y()));
        g.setFont(fonts.computeIfAbsent(label.style(), s -> Fonts.font(TextLook.of(s), scale)));
        g.setFill(colours.of(label.ink()));
        g.setTextAlign(
                switch (label.align()) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        g.fillText(text, x, y);
        if (label.struck()) {
            strike(label, measure.width(text, label.style()) * scale, x, y - size * 0.3);
        }
    }

    private void strike(Mark.Label label, double width, double at, double y) {
        double left = switch (label.align()) {
            case LEFT -> at;
            case CENTER -> at - width / 2;
            case RIGHT -> at - width;
        };
        g.fillRect(left, frame.snapped(y), width, frame.lineWidth(1));
    }

    private void paint(Mark.Glyph glyph) {
        Rect rect = glyph.rect();
        int pixels = (int) Math.round(Math.min(rect.width(), rect.height()) * scale * frame.outputScale());
        if (pixels < 5 || glyph.ink() == Ink.NONE) {
            return;
        }
        double size = pixels / frame.outputScale();
        Point center = rect.center();
        g.drawImage(
                glyphs.image(glyph.icon(), colours.of(glyph.ink()), pixels),
                frame.snapped(x(center.x()) - size / 2),
                frame.snapped(y(center.y()) - size / 2),
                size,
                size);
    }

    private void paint(Mark.Line line) {
        if (!isDrawn(line.ink(), line.line())) {
            return;
        }
        pen(line.ink(), line.line());
        double nudge = isSquare(line.points()) ? offPixel(line.line()) : Double.NaN;
        g.beginPath();
        LineShape.trace(line, new LineShape.Pen() {
            @Override
            public void moveTo(double x, double y) {
                g.moveTo(snapped(x(x), nudge), snapped(y(y), nudge));
            }

            @Override
            public void lineTo(double x, double y) {
                g.lineTo(snapped(x(x), nudge), snapped(y(y), nudge));
            }

            @Override
            public void curveTo(double controlX, double controlY, double x, double y) {
                g.quadraticCurveTo(
                        snapped(x(controlX), nudge),
                        snapped(y(controlY), nudge),
                        snapped(x(x), nudge),
                        snapped(y(y), nudge));
            }
        });
        g.stroke();
        List<Point> head = LineShape.head(line);
        if (!head.isEmpty()) {
            g.setFill(colours.of(line.ink()));
            fill(head);
        }
    }

    private void paint(Mark.Polygon polygon) {
        if (polygon.fill() != Ink.NONE) {
            g.setFill(colours.of(polygon.fill()));
            fill(polygon.corners());
        }
        if (isDrawn(polygon.stroke(), polygon.line())) {
            pen(polygon.stroke(), polygon.line());
            g.strokePolygon(
                    xs(polygon.corners()),
                    ys(polygon.corners()),
                    polygon.corners().size());
        }
    }

    private void paint(Mark.Disc disc) {
        double radius = disc.radius() * scale;
        double x = x(disc.center().x()) - radius;
        double y = y(disc.center().y()) - radius;
        if (disc.fill() != Ink.NONE) {
            g.setFill(colours.of(disc.fill()));
            g.fillOval(x, y, 2 * radius, 2 * radius);
        }
        if (isDrawn(disc.stroke(), disc.line())) {
            pen(disc.stroke(), disc.line());
            g.strokeOval(x, y, 2 * radius, 2 * radius);
        }
    }

    private void paint(Mark.Arc arc) {
        if (arc.share() <= 0 || !isDrawn(arc.ink(), arc.line())) {
            return;
        }
        double radius = arc.radius() * scale;
        double turned = arc.turning() ? frame.seconds() % SECONDS_A_TURN / SECONDS_A_TURN * 360 : 0;
        pen(arc.ink(), arc.line());
        g.strokeArc(
                x(arc.center().x()) - radius,
                y(arc.center().y()) - radius,
                2 * radius,
                2 * radius,
                90 - turned,
                -360 * Math.min(1, arc.share()),
                ArcType.OPEN);
    }

    private void fill(List<Point> corners) {
        g.fillPolygon(xs(corners), ys(corners), corners.size());
    }

    private void pen(Ink ink, Stroke line) {
        double width = frame.lineWidth(line.width());
        g.setStroke(colours.of(ink));
        g.setLineWidth(width);
        g.setLineJoin(StrokeLineJoin.ROUND);
        switch (line.dash()) {
            case SOLID -> {
                g.setLineCap(line.width() > 1 ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
                g.setLineDashes();
            }
            case DASHED -> {
                g.setLineCap(StrokeLineCap.BUTT);
                g.setLineDashes(Math.max(4, 6 * scale), Math.max(3, 4 * scale));
            }
            case DOTTED -> {
                g.setLineCap(StrokeLineCap.ROUND);
                g.setLineDashes(0.1, Math.max(2 * width + 1, 4 * scale));
            }
        }
    }

    private static boolean isDrawn(Ink ink, Stroke line) {
        return ink != Ink.NONE && line.width() > 0;
    }

    /// What is added to whole pixels so that a line of this width covers whole pixels.
    private double offPixel(Stroke line) {
        long pixels = Math.round(frame.lineWidth(line.width()) * frame.outputScale());
        return pixels % 2 == 0 ? 0 : 0.5 / frame.outputScale();
    }

    private double snapped(double logical, double nudge) {
        return Double.isNaN(nudge) ? logical : frame.snapped(logical - nudge) + nudge;
    }

    /// Whether all pieces run straight across or straight down.
    private static boolean isSquare(List<Point> points) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i - 1).x() != points.get(i).x()
                    && points.get(i - 1).y() != points.get(i).y()) {
                return false;
            }
        }
        return true;
    }

    private double x(double inFigure) {
        return originX + inFigure * scale;
    }

    private double y(double inFigure) {
        return originY + inFigure * scale;
    }

    private double[] xs(List<Point> points) {
        return points.stream().mapToDouble(p -> x(p.x())).toArray();
    }

    private double[] ys(List<Point> points) {
        return points.stream().mapToDouble(p -> y(p.y())).toArray();
    }
}
