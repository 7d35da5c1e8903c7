package drydock.render.text;

import drydock.render.scene.Mark.TextStyle;

/// Tells how wide text is when it is drawn.
@FunctionalInterface
public interface TextMeasure {

    /// The width of `text` on one line, in scene units.
    double width(String text, TextStyle style);
}
