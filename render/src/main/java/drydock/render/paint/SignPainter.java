package drydock.render.paint;

import drydock.render.scene.Cell;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;

/// Paints the sign of a state into a cell, ten pixels wide.
final class SignPainter {

    /// How wide a sign is, in pixels.
    static final double SIZE = 10;

    private SignPainter() {}

    /// Paints around a point in the colour that is set for lines and areas.
    static void paint(GraphicsContext g, Cell.Sign sign, double x, double y) {
        g.setLineWidth(1.75);
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.ROUND);
        switch (sign) {
            case NONE -> {
                // all is well
            }
            case CLOCK -> {
                g.strokeOval(x - 4.5, y - 4.5, 9, 9);
                g.strokeLine(x, y - 2, x, y + 0.5);
                g.strokeLine(x, y + 0.5, x + 1.5, y + 1.5);
            }
            case DOTS -> {
                for (int i = -1; i <= 1; i++) {
                    g.fillOval(x + 3.5 * i - 1.2, y - 1.2, 2.4, 2.4);
                }
            }
            case TICK -> {
                g.strokeLine(x - 4, y + 0.5, x - 1, y + 3.5);
                g.strokeLine(x - 1, y + 3.5, x + 4, y - 3);
            }
            case CROSS -> {
                g.strokeLine(x - 3, y - 3, x + 3, y + 3);
                g.strokeLine(x - 3, y + 3, x + 3, y - 3);
            }
            case AGAIN -> {
                g.strokeArc(x - 4, y - 4, 8, 8, 90, -280, ArcType.OPEN);
                g.strokeLine(x - 4.5, y - 2.5, x - 3.8, y + 0.5);
                g.strokeLine(x - 3.8, y + 0.5, x - 1.5, y - 1);
            }
            case QUESTION -> {
                g.strokeArc(x - 2.5, y - 4.5, 5, 5, 180, -230, ArcType.OPEN);
                g.strokeLine(x, y + 0.5, x, y + 1.5);
                g.fillOval(x - 1, y + 3, 2, 2);
            }
            case CLOSED -> {
                g.strokeOval(x - 4.5, y - 4.5, 9, 9);
                g.strokeLine(x - 2, y, x + 2, y);
            }
            case DASH -> g.strokeLine(x - 3.5, y, x + 3.5, y);
        }
    }
}
