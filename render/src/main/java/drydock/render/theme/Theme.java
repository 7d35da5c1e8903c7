package drydock.render.theme;

import drydock.render.scene.Ink;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What each ink looks like: [#LIGHT] or [#DARK].
///
/// @param name as it stands in settings: `light`
/// @param dark whether light is written on dark
/// @param colours a colour for each ink
public record Theme(String name, boolean dark, Map<Ink, Colour> colours) {

    public static final Theme LIGHT = new Theme("light", false, Palette.light());
    public static final Theme DARK = new Theme("dark", true, Palette.dark());

    public Theme {
        colours = Collections.unmodifiableMap(new EnumMap<>(colours));
        for (Ink ink : Ink.values()) {
            if (!colours.containsKey(ink)) {
                throw new IllegalArgumentException("theme " + name + " has no colour for " + ink);
            }
        }
    }

    /// The colour of `ink`; transparent for [Ink#NONE].
    public Colour colour(Ink ink) {
        return colours.get(ink);
    }
}
