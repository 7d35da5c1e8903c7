package drydock.app.terminal;

import drydock.app.terminal.screen.Style;
import drydock.render.scene.Ink;
import drydock.render.theme.Theme;
import javafx.scene.paint.Color;

/// The colours of a terminal in a theme.
final class TerminalColours {

    private static final String[] ON_DARK = {
        "#484f58", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#b1bac4",
        "#6e7681", "#ffa198", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#f0f6fc"
    };
    private static final String[] ON_LIGHT = {
        "#24292f", "#cf222e", "#116329", "#7d4e00", "#0969da", "#8250df", "#1b7c83", "#6e7781",
        "#57606a", "#a40e26", "#1a7f37", "#633c01", "#218bff", "#a475f9", "#3192aa", "#8c959f"
    };
    private static final int CUBE = 16;
    private static final int GREYS = 232;

    private final Color text;
    private final Color ground;
    private final Color selection;
    private final String[] palette;

    TerminalColours(Theme theme) {
        text = colour(theme, Ink.TEXT);
        ground = colour(theme, Ink.SURFACE);
        selection = colour(theme, Ink.ACCENT_SOFT);
        palette = ground.getBrightness() < 0.5 ? ON_DARK : ON_LIGHT;
    }

    private static Color colour(Theme theme, Ink ink) {
        return Color.web(theme.colour(ink).hex());
    }

    Color ground() {
        return ground;
    }

    Color text() {
        return text;
    }

    Color selection() {
        return selection;
    }

    Color ink(Style style) {
        Color colour = style.inverse() ? plainGround(style) : plainInk(style);
        return style.faint() ? colour.interpolate(ground, 0.4) : colour;
    }

    Color ground(Style style) {
        return style.inverse() ? plainInk(style) : plainGround(style);
    }

    private Color plainInk(Style style) {
        int bright = style.bold() && style.ink() >= 0 && style.ink() < 8 ? style.ink() + 8 : style.ink();
        return bright == Style.NONE ? text : colour(bright);
    }

    private Color plainGround(Style style) {
        return style.ground() == Style.NONE ? ground : colour(style.ground());
    }

    private Color colour(int number) {
        if ((number & Style.TRUE) != 0) {
            return Color.rgb(number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff);
        }
        if (number < CUBE) {
            return Color.web(palette[number]);
        }
        if (number >= GREYS) {
            return Color.grayRgb(8 + 10 * (number - GREYS));
        }
        int at = number - CUBE;
        return Color.rgb(step(at / 36), step(at / 6 % 6), step(at % 6));
    }

    private static int step(int sixth) {
        return sixth == 0 ? 0 : 55 + 40 * sixth;
    }
}
