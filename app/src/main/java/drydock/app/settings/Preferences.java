package drydock.app.settings;

import drydock.model.placing.Placing;
import drydock.model.resource.QuantityUnits;
import java.util.List;

/// How a user wants the program to be.
///
/// @param editorPixels how large the text of the editor is, one of [#EDITOR_PIXELS]; 0 for as large as the window's
/// @param placing where new objects go
/// @param minimap whether the small picture of the whole is wanted
public record Preferences(
        Colours colours,
        Language language,
        TextSize textSize,
        int editorPixels,
        Motion motion,
        Grid grid,
        boolean minimap,
        QuantityUnits units,
        Placing placing) {

    /// The sizes of the editor's text that can be chosen.
    public static final List<Integer> EDITOR_PIXELS = List.of(0, 10, 11, 12, 13, 14, 16, 18, 20, 24, 28, 32);

    /// Those of a first start.
    public static final Preferences USUAL = new Preferences(
            Colours.SYSTEM,
            Language.SYSTEM,
            TextSize.NORMAL,
            0,
            Motion.SYSTEM,
            Grid.USUAL,
            true,
            QuantityUnits.AS_WRITTEN,
            Placing.FILE_EACH);

    public Preferences {
        if (!EDITOR_PIXELS.contains(editorPixels)) {
            throw new IllegalArgumentException("no size of the editor's text: " + editorPixels);
        }
    }

    /// The size of the editor's text in pixels.
    public int editorTextPixels() {
        return editorPixels == 0 ? textSize.pixels() : editorPixels;
    }

    public Preferences in(Colours wanted) {
        return new Preferences(wanted, language, textSize, editorPixels, motion, grid, minimap, units, placing);
    }

    public Preferences speaking(Language wanted) {
        return new Preferences(colours, wanted, textSize, editorPixels, motion, grid, minimap, units, placing);
    }

    public Preferences on(Grid wanted) {
        return new Preferences(colours, language, textSize, editorPixels, motion, wanted, minimap, units, placing);
    }

    public Preferences withMinimap(boolean wanted) {
        return new Preferences(colours, language, textSize, editorPixels, motion, grid, wanted, units, placing);
    }

    public Preferences withPlacing(Placing wanted) {
        return new Preferences(colours, language, textSize, editorPixels, motion, grid, minimap, units, wanted);
    }
}
