package drydock.render.paint;

import drydock.model.diagram.Diagram;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.text.TextMeasure;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/// Paints on the lower corner of figures how old what they show is, with the hand of a clock. Plates keep their size at
/// any zoom; where a figure is too small for one, it is only faint.
public final class AgePainter {

    private static final double HEIGHT = 18;
    private static final double SIGN = 18;
    private static final double LEAST_WIDTH = 84;
    private static final double LEAST_HEIGHT = 24;

    private AgePainter() {}

    /// Paints the ages of figures that are in view over what is on the canvas already.
    ///
    /// @param ages how old what is known of objects is, in words, by their kind as a diagram calls it
    public static void paint(
            GraphicsContext g, SceneIndex index, Map<String, String> ages, Frame frame, TextMeasure measure) {
        if (ages.isEmpty()) {
            return;
        }
        double scale = frame.viewport().scale();
        PlatePainter plates = new PlatePainter(g, new Colours(frame.theme()), measure);
        g.save();
        for (Figure figure : index.touching(frame.visible())) {
            Rect bounds = figure.bounds();
            if (figure.id() instanceof FigureId.Of(ResourceId object)
                    && bounds.width() * scale >= LEAST_WIDTH
                    && bounds.height() * scale >= LEAST_HEIGHT) {
                Optional.ofNullable(ages.get(Diagram.kindOf(object)))
                        .ifPresent(
                                age -> plate(g, plates, frame, frame.viewport().toScreen(bounds), age));
            }
        }
        g.restore();
    }

    private static void plate(GraphicsContext g, PlatePainter plates, Frame frame, Rect seen, String age) {
        String text = plates.fit(age, seen.width() - SIGN - HEIGHT);
        double width = plates.width(text, SIGN, HEIGHT / 2);
        double x = frame.snapped(seen.right() - width - HEIGHT / 2);
        double y = frame.snapped(seen.bottom() - HEIGHT / 2);
        plates.plate(x, y, width, HEIGHT, Ink.UNKNOWN, Ink.UNKNOWN_SOFT, text, x + SIGN - 1);
        plates.pen(Ink.UNKNOWN);
        double middleX = x + SIGN / 2;
        double middleY = y + HEIGHT / 2;
        g.strokeOval(middleX - 5, middleY - 5, 10, 10);
        g.strokeLine(middleX, middleY, middleX, middleY - 3);
        g.strokeLine(middleX, middleY, middleX + 2.5, middleY);
    }
}
