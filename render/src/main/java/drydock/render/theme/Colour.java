package drydock.render.theme;

import java.util.Locale;

/// A colour of sRGB, opaque or transparent.
///
/// @param argb 8 bits each of opacity, red, green and blue, not premultiplied
public record Colour(int argb) {

    /// No colour: nothing is drawn.
    public static final Colour TRANSPARENT = new Colour(0);

    /// The opaque colour that `hex`, `#RRGGBB`, names.
    public static Colour of(String hex) {
        if (hex.length() != 7 || hex.charAt(0) != '#') {
            throw new IllegalArgumentException("no colour: " + hex);
        }
        return new Colour(0xFF000000 | Integer.parseInt(hex, 1, 7, 16));
    }

    public int red() {
        return argb >> 16 & 0xFF;
    }

    public int green() {
        return argb >> 8 & 0xFF;
    }

    public int blue() {
        return argb & 0xFF;
    }

    /// 0 (nothing is seen of it) to 1.
    public double opacity() {
        return (argb >>> 24) / 255.0;
    }

    /// `#RRGGBB`, without the opacity.
    public String hex() {
        return String.format(Locale.ROOT, "#%06X", argb & 0xFFFFFF);
    }

    /// The colour that lies `share` (0 to 1) of the way to `other`.
    public Colour towards(Colour other, double share) {
        return new Colour(0xFF000000
                | mix(red(), other.red(), share) << 16
                | mix(green(), other.green(), share) << 8
                | mix(blue(), other.blue(), share));
    }

    /// How well text of one colour is read on the other, 1 to 21, as WCAG 2.2 reckons it.
    public double contrast(Colour other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
