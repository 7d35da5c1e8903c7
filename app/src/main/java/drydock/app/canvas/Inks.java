package drydock.app.canvas;

import drydock.render.scene.Ink;
import drydock.render.theme.Colour;
import drydock.render.theme.Theme;
import javafx.scene.paint.Color;

/// The inks of a theme as JavaFX's colours, for what the canvas draws above the scene.
final class Inks {

    private Inks() {}

    static Color paint(Theme theme, Ink ink) {
        return paint(theme, ink, 1);
    }

    static Color paint(Theme theme, Ink ink, double opacity) {
        Colour colour = theme.colour(ink);
        return Color.rgb(colour.red(), colour.green(), colour.blue(), opacity);
    }
}
