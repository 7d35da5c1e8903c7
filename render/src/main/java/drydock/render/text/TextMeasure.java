package drydock.render.text;

import drydock.render.scene.Mark.TextStyle;
import java.text.BreakIterator;
import java.util.Locale;

/// Tells how wide text is when it is drawn.
@FunctionalInterface
public interface TextMeasure {

    /// What stands for the part of a text that was cut off.
    String ELLIPSIS = "…";

    /// The width of `text` on one line, in scene units.
    double width(String text, TextStyle style);

    /// `text` as it is, or as much of its beginning as fits into `maxWidth` with an ellipsis behind; never half a
    /// character. Where not even the ellipsis fits, nothing.
    default String fit(String text, TextStyle style, double maxWidth) {
        if (width(text, style) <= maxWidth) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int fits = -1;
        int end = 0;
        while (end != BreakIterator.DONE && width(text.substring(0, end) + ELLIPSIS, style) <= maxWidth) {
            fits = end;
            end = characters.next();
        }
        return fits < 0 ? "" : text.substring(0, fits).stripTrailing() + ELLIPSIS;
    }
}
