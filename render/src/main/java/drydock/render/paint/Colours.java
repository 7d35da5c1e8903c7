package drydock.render.paint;

import drydock.render.scene.Ink;
import drydock.render.theme.Colour;
import drydock.render.theme.Theme;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/// A theme's colours as JavaFX takes them.
final class Colours {

    private final Theme theme;
    private final Map<Ink, Color> colours = new EnumMap<>(Ink.class);

    Colours(Theme theme) {
        this.theme = theme;
        for (Ink ink : Ink.values()) {
            Colour colour = theme.colour(ink);
            colours.put(ink, Color.rgb(colour.red(), colour.green(), colour.blue(), colour.opacity()));
        }
    }

    boolean isOf(Theme other) {
        return theme.equals(other);
    }

    Color of(Ink ink) {
        return colours.get(ink);
    }
}
