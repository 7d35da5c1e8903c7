package drydock.render.paint;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.Fonts;
import drydock.render.text.TextMeasure;
import drydock.render.theme.TextLook;
import drydock.render.theme.Theme;
import drydock.render.traffic.Dot;
import drydock.render.viewport.Viewport;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

/// Paints the dots of requests, each with a rim of the canvas's colour so that it stands out on whatever it passes.
public final class TrafficPainter {

    /// Of a dot, in scene units and at least in pixels.
    private static final double RADIUS = 5.5;

    private static final double LEAST_PIXELS = 3;

    /// Dots that stand for several are larger.
    private static final double GROWS = 1.35;

    /// What was lost is told in words where they can be read, and a few times at most.
    private static final double READABLE = 0.5;

    private static final int MOST_WORDS = 6;
    private static final double LINE = 17;

    private static final double MOST_SIZE = 1.4;

    private final TextMeasure measure;
    private Colours colours = new Colours(Theme.LIGHT);

    public TrafficPainter(TextMeasure measure) {
        this.measure = measure;
    }

    /// Paints `dots` over what is on the canvas already.
    ///
    /// @param each for how many requests each dot stands
    public void paint(GraphicsContext g, List<Dot> dots, int each, Frame frame) {
        if (dots.isEmpty()) {
            return;
        }
        if (!colours.isOf(frame.theme())) {
            colours = new Colours(frame.theme());
        }
        g.save();
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.ROUND);
        Viewport viewport = frame.viewport();
        Rect seen = frame.visible().grown(40);
        double radius = Math.max(LEAST_PIXELS, RADIUS * viewport.scale()) * (each > 1 ? GROWS : 1);
        for (Dot dot : dots) {
            if (seen.contains(dot.at())) {
                double x = viewport.toScreenX(dot.at().x());
                double y = viewport.toScreenY(dot.at().y());
                paint(g, dot, x, y, radius);
            }
        }
        if (viewport.scale() >= READABLE) {
            words(g, dots, seen, viewport, radius);
        }
        g.restore();
    }

    private void paint(GraphicsContext g, Dot dot, double x, double y, double r) {
        Color ink = colours.of(dot.ink());
        Color rim = colours.of(Ink.SURFACE);
        g.setGlobalAlpha(dot.opacity());
        switch (dot.shape()) {
            case GOING -> {
                disc(g, x, y, r + 1.5, rim);
                disc(g, x, y, r, ink);
            }
            case WAITING -> {
                disc(g, x, y, r + 2, rim);
                ring(g, x, y, r, ink, Math.max(1.5, r * 0.35));
            }
            case ANSWERED -> {
                disc(g, x, y, r + 1.5, rim);
                ring(g, x, y, r - 0.5, ink, Math.max(1.5, r * 0.32));
                disc(g, x, y, Math.max(1, r * 0.36), ink);
            }
            case FAULTED -> {
                triangle(g, x, y, r + 3, rim);
                triangle(g, x, y, r + 0.5, ink);
            }
            case FAILED -> {
                diamond(g, x, y, r + 3, rim);
                diamond(g, x, y, r + 1, ink);
            }
            case LOST -> {
                double size = r * 1.5;
                disc(g, x, y, size + 1.5, rim);
                disc(g, x, y, size, ink);
                cross(g, x, y, size * 0.42, rim, Math.max(1.5, r * 0.36));
            }
        }
    }

    private static void disc(GraphicsContext g, double x, double y, double r, Color fill) {
        g.setFill(fill);
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
    }

    private static void ring(GraphicsContext g, double x, double y, double r, Color ink, double width) {
        g.setStroke(ink);
        g.setLineWidth(width);
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    }

    private static void triangle(GraphicsContext g, double x, double y, double r, Color fill) {
        g.setFill(fill);
        g.fillPolygon(new double[] {x, x + r, x - r}, new double[] {y - r, y + r * 0.8, y + r * 0.8}, 3);
    }

    private static void diamond(GraphicsContext g, double x, double y, double r, Color fill) {
        g.setFill(fill);
        g.fillPolygon(new double[] {x, x + r, x, x - r}, new double[] {y - r, y, y + r, y}, 4);
    }

    private static void cross(GraphicsContext g, double x, double y, double r, Color ink, double width) {
        g.setStroke(ink);
        g.setLineWidth(width);
        g.strokeLine(x - r, y - r, x + r, y + r);
        g.strokeLine(x - r, y + r, x + r, y - r);
    }

    /// Why requests were lost, beside where they were: each reason once a place.
    private void words(GraphicsContext g, List<Dot> dots, Rect seen, Viewport viewport, double radius) {
        Set<String> said = new HashSet<>();
        double size = Math.clamp(viewport.scale(), 1, MOST_SIZE);
        g.setFont(Fonts.font(TextLook.of(TextStyle.SMALL), size));
        for (int i = dots.size() - 1; i >= 0 && said.size() < MOST_WORDS; i--) {
            Dot dot = dots.get(i);
            Point at = dot.at();
            String text = dot.request().said();
            if (dot.shape() == Dot.Shape.LOST && seen.contains(at) && said.add(text + at)) {
                int above = (int) said.stream()
                                .filter(other -> other.endsWith(at.toString()))
                                .count()
                        - 1;
                double x = viewport.toScreenX(at.x()) + radius * 1.5 + 8;
                double y = viewport.toScreenY(at.y()) - above * (LINE + 3);
                label(g, text, x, y, size, dot.opacity());
            }
        }
    }

    private void label(GraphicsContext g, String text, double x, double y, double size, double opacity) {
        double width = measure.width(text, TextStyle.SMALL) * size + 12;
        g.setGlobalAlpha(opacity);
        g.setFill(colours.of(Ink.FAILED_SOFT));
        g.fillRoundRect(x, y - LINE / 2 - 1, width, LINE + 2, 6, 6);
        g.setStroke(colours.of(Ink.FAILED));
        g.setLineWidth(1);
        g.strokeRoundRect(x, y - LINE / 2 - 1, width, LINE + 2, 6, 6);
        g.setFill(colours.of(Ink.FAILED));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(text, x + 6, y + 4);
    }
}
