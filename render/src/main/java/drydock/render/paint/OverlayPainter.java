package drydock.render.paint;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.Figure;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.viewport.Viewport;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Paints selection, hover and marquee on a canvas of their own, so that moving the pointer repaints no figure.
/// Selected is a ring with a gap, hovered a thin ring, lit a soft halo: they differ in shape as in colour.
public final class OverlayPainter {

    private static final double RADIUS = 8;

    /// The radius of a handle, in pixels.
    private static final double HANDLE = 5;

    private final GraphicsContext g;
    private final Frame frame;
    private final Color selection;
    private final Color surface;

    private OverlayPainter(GraphicsContext g, Frame frame) {
        this.g = g;
        this.frame = frame;
        Colours colours = new Colours(frame.theme());
        selection = colours.of(Ink.SELECTION);
        surface = colours.of(Ink.SURFACE);
    }

    /// Clears the canvas and paints `overlay`. Ids that the scene does not have are passed over.
    public static void paint(GraphicsContext g, SceneIndex index, Overlay overlay, Frame frame) {
        g.clearRect(0, 0, frame.width(), frame.height());
        g.save();
        OverlayPainter painter = new OverlayPainter(g, frame);
        overlay.lit().forEach(id -> index.find(id).ifPresent(f -> painter.ring(f, 3, 5, 0.35)));
        overlay.hovered()
                .filter(id -> !overlay.selected().contains(id))
                .flatMap(index::find)
                .ifPresent(f -> painter.ring(f, 1.5, 1, 0.8));
        overlay.selected().forEach(id -> index.find(id).ifPresent(f -> painter.ring(f, 3, 2, 1)));
        overlay.marquee().ifPresent(painter::marquee);
        overlay.line().ifPresent(painter::line);
        overlay.handles().forEach(painter::handle);
        g.restore();
    }

    /// @param gap pixels between the figure and the ring
    private void ring(Figure figure, double gap, double width, double opacity) {
        if (!figure.bounds().intersects(frame.visible().grown(RADIUS))) {
            return;
        }
        g.setGlobalAlpha(opacity);
        g.setStroke(selection);
        g.setLineWidth(width);
        if (figure.layer() == Figure.Layer.EDGE) {
            figure.marks().forEach(mark -> glow(figure, mark));
            return;
        }
        Rect seen = frame.viewport().toScreen(figure.bounds()).grown(gap - width / 2 + 1);
        double arc = Math.min(2 * (RADIUS * frame.viewport().scale() + gap), Math.min(seen.width(), seen.height()));
        g.strokeRoundRect(frame.snapped(seen.x()), frame.snapped(seen.y()), seen.width(), seen.height(), arc, arc);
    }

    private void glow(Figure figure, Mark mark) {
        if (!(mark instanceof Mark.Line line)) {
            return;
        }
        g.setGlobalAlpha(0.4);
        g.setLineWidth(6);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.beginPath();
        LineShape.trace(line, new LineShape.Pen() {
            @Override
            public void moveTo(double x, double y) {
                g.moveTo(x(x), y(y));
            }

            @Override
            public void lineTo(double x, double y) {
                g.lineTo(x(x), y(y));
            }

            @Override
            public void curveTo(double controlX, double controlY, double x, double y) {
                g.quadraticCurveTo(x(controlX), y(controlY), x(x), y(y));
            }

            private double x(double inFigure) {
                return frame.viewport().toScreenX(figure.bounds().x() + inFigure);
            }

            private double y(double inFigure) {
                return frame.viewport().toScreenY(figure.bounds().y() + inFigure);
            }
        });
        g.stroke();
    }

    private void line(Overlay.Line line) {
        Viewport viewport = frame.viewport();
        double toX = viewport.toScreenX(line.to().x());
        double toY = viewport.toScreenY(line.to().y());
        g.setGlobalAlpha(1);
        g.setStroke(selection);
        g.setLineWidth(2);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineDashes(6, 5);
        g.strokeLine(
                viewport.toScreenX(line.from().x()),
                viewport.toScreenY(line.from().y()),
                toX,
                toY);
        g.setLineDashes();
        g.setFill(selection);
        g.fillOval(toX - 4, toY - 4, 8, 8);
    }

    private void handle(Point at) {
        double x = frame.viewport().toScreenX(at.x());
        double y = frame.viewport().toScreenY(at.y());
        g.setGlobalAlpha(1);
        g.setFill(surface);
        g.fillOval(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE);
        g.setStroke(selection);
        g.setLineWidth(2);
        g.strokeOval(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE);
    }

    private void marquee(Rect area) {
        Rect seen = frame.viewport().toScreen(area);
        g.setGlobalAlpha(0.12);
        g.setFill(selection);
        g.fillRect(seen.x(), seen.y(), seen.width(), seen.height());
        g.setGlobalAlpha(1);
        g.setStroke(selection);
        g.setLineWidth(1);
        g.strokeRect(frame.snapped(seen.x()) + 0.5, frame.snapped(seen.y()) + 0.5, seen.width(), seen.height());
    }
}
