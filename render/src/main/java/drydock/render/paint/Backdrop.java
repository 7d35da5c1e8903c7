package drydock.render.paint;

import drydock.render.scene.Ink;
import drydock.render.theme.Colour;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// What lies under a scene: the canvas's colour and a grid that moves with it.
public final class Backdrop {

    private static final int COARSER = 5;
    private static final double CLOSEST_PIXELS = 10;

    private Backdrop() {}

    /// Fills the whole canvas. Where lines would come too close, only each fifth is drawn, then each twenty-fifth.
    ///
    /// @param grid the distance of the grid's lines, in scene units; 0 for none
    public static void paint(GraphicsContext g, Frame frame, double grid) {
        g.setFill(color(frame, Ink.CANVAS));
        g.fillRect(0, 0, frame.width(), frame.height());
        if (grid > 0) {
            paintGrid(g, frame, grid);
        }
    }

    private static void paintGrid(GraphicsContext g, Frame frame, double grid) {
        double step = grid * frame.viewport().scale();
        while (step < CLOSEST_PIXELS) {
            step *= COARSER;
        }
        double pixel = Math.max(1, Math.floor(frame.outputScale())) / frame.outputScale();
        g.setFill(color(frame, Ink.GRID));
        for (double x = first(frame.viewport().offsetX(), step); x < frame.width(); x += step) {
            g.fillRect(frame.snapped(x), 0, pixel, frame.height());
        }
        for (double y = first(frame.viewport().offsetY(), step); y < frame.height(); y += step) {
            g.fillRect(0, frame.snapped(y), frame.width(), pixel);
        }
    }

    private static double first(double offset, double step) {
        return offset - Math.floor(offset / step) * step;
    }

    private static Color color(Frame frame, Ink ink) {
        Colour colour = frame.theme().colour(ink);
        return Color.rgb(colour.red(), colour.green(), colour.blue());
    }
}
