package drydock.render.paint;

import drydock.render.scene.Ink;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.Fonts;
import drydock.render.text.TextMeasure;
import drydock.render.theme.TextLook;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints a round plate with room for a sign and a few words. It keeps its size at any zoom.
final class PlatePainter {

    private static final TextStyle WORDS = TextStyle.SMALL_STRONG;

    private final GraphicsContext g;
    private final Colours colours;
    private final TextMeasure measure;
    private final Font font = Fonts.font(TextLook.of(WORDS), 1);

    PlatePainter(GraphicsContext g, Colours colours, TextMeasure measure) {
        this.g = g;
        this.colours = colours;
        this.measure = measure;
    }

    /// As much of a text as there is room for, in pixels.
    String fit(String text, double room) {
        return measure.fit(text, WORDS, room);
    }

    /// How wide a plate is, in pixels.
    ///
    /// @param sign the room for the sign
    /// @param edge what is left after the words
    double width(String text, double sign, double edge) {
        return text.isEmpty() ? sign : sign + measure.width(text, WORDS) + edge;
    }

    /// Paints the plate at `x`, `y`, with the words at `textX`.
    void plate(double x, double y, double width, double height, Ink ink, Ink soft, String text, double textX) {
        g.setFill(colours.of(soft));
        g.fillRoundRect(x, y, width, height, height, height);
        g.setStroke(colours.of(ink));
        g.setLineWidth(1);
        g.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, height - 1, height - 1);
        g.setFont(font);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(colours.of(ink));
        g.fillText(text, textX, y + height / 2 + TextLook.of(WORDS).size() * 0.36);
    }

    /// The pen that signs are drawn with.
    void pen(Ink ink) {
        g.setStroke(colours.of(ink));
        g.setLineWidth(1.75);
        g.setLineCap(StrokeLineCap.ROUND);
    }
}
