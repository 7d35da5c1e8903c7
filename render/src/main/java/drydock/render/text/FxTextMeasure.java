package drydock.render.text;

import drydock.render.scene.Mark.TextStyle;
import drydock.render.theme.TextLook;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Text;

/// Measures text with the fonts it is drawn with. Remembers what it measured; any thread may ask.
///
/// JavaFX places the characters of Latin, Greek, Cyrillic and Chinese one after the other, each as wide as it is alone,
/// so their widths are added up. Other writings are measured as a whole.
public final class FxTextMeasure implements TextMeasure {

    private static final int REMEMBERED = 4_096;

    private final Map<TextStyle, Ruler> rulers = new EnumMap<>(TextStyle.class);

    @Override
    public synchronized double width(String text, TextStyle style) {
        return rulers.computeIfAbsent(style, s -> new Ruler(TextLook.of(s))).width(text);
    }

    /// What is known of one style.
    private static final class Ruler {

        private final Text text = new Text();
        private final Map<Integer, Double> characters = new HashMap<>();
        private final Map<String, Double> wholes = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
                return size() > REMEMBERED;
            }
        };

        Ruler(TextLook look) {
            text.setFont(Fonts.font(look, 1));
        }

        double width(String string) {
            double sum = 0;
            for (int i = 0; i < string.length(); i++) {
                char c = string.charAt(i);
                if (!standsAlone(c)) {
                    return wholes.computeIfAbsent(string, this::measured);
                }
                sum += characters.computeIfAbsent((int) c, one -> measured(Character.toString(one)));
            }
            return sum;
        }

        private double measured(String string) {
            text.setText(string);
            return text.getLayoutBounds().getWidth();
        }

        private static boolean standsAlone(char c) {
            return (c >= ' ' && c < 0x0300)
                    || (c >= 0x0370 && c < 0x0483)
                    || (c >= 0x2010 && c < 0x2028)
                    || (c >= 0x2190 && c < 0x2300)
                    || (c >= 0x3000 && c < 0x302A)
                    || (c >= 0x4E00 && c < 0xA000)
                    || (c >= 0xFF01 && c < 0xFF61);
        }
    }
}
