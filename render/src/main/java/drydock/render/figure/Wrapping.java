package drydock.render.figure;

import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.TextMeasure;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks text into lines that are not wider than there is room.
final class Wrapping {

    private Wrapping() {}

    /// The lines of `text`; where there is room for fewer, the last that has room ends with an ellipsis.
    ///
    /// @param width in scene units
    /// @param most how many lines there is room for, at least 1
    static List<String> lines(String text, double width, int most, TextStyle style, TextMeasure measure) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            if (lines.size() > most) {
                break;
            }
            wrap(paragraph, width, style, measure, lines);
        }
        if (lines.size() <= most) {
            return lines;
        }
        List<String> fitting = new ArrayList<>(lines.subList(0, most));
        fitting.set(most - 1, lines.get(most - 1) + " …");
        return fitting;
    }

    private static void wrap(String paragraph, double width, TextStyle style, TextMeasure measure, List<String> lines) {
        BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(paragraph);
        StringBuilder line = new StringBuilder();
        int start = places.first();
        for (int end = places.next(); end != BreakIterator.DONE; start = end, end = places.next()) {
            String word = paragraph.substring(start, end);
            if (!line.isEmpty() && measure.width(line + word.stripTrailing(), style) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
    }
}
