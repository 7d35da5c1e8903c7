package drydock.render.theme;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.render.scene.Ink;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/// The tokens of a theme as a style sheet of JavaFX, so that controls and canvas show the same colours.
///
/// Each ink is a looked-up colour, `-drydock-text-muted`. Those of AtlantaFX (Primer), which the controls are styled
/// with, are set to the same values.
public final class StyleSheet {

    private static final Map<String, Ink> ATLANTA = Map.ofEntries(
            Map.entry("fg-default", Ink.TEXT),
            Map.entry("fg-muted", Ink.TEXT_MUTED),
            Map.entry("fg-subtle", Ink.TEXT_MUTED),
            Map.entry("fg-emphasis", Ink.TEXT_ON_STRONG),
            Map.entry("bg-default", Ink.SURFACE),
            Map.entry("bg-overlay", Ink.SURFACE_RAISED),
            Map.entry("bg-subtle", Ink.SURFACE_SUNKEN),
            Map.entry("bg-inset", Ink.CANVAS),
            Map.entry("border-default", Ink.BORDER),
            Map.entry("border-muted", Ink.BORDER),
            Map.entry("border-subtle", Ink.GRID),
            Map.entry("accent-fg", Ink.ACCENT),
            Map.entry("accent-emphasis", Ink.ACCENT),
            Map.entry("accent-muted", Ink.ACCENT_SOFT),
            Map.entry("accent-subtle", Ink.ACCENT_SOFT),
            // what a strong button is filled with that has the focus; its words are the ink on strong colours
            Map.entry("accent-6", Ink.ACCENT),
            Map.entry("success-6", Ink.READY),
            Map.entry("danger-6", Ink.FAILED),
            Map.entry("success-fg", Ink.READY),
            Map.entry("success-emphasis", Ink.READY),
            Map.entry("success-muted", Ink.READY_SOFT),
            Map.entry("success-subtle", Ink.READY_SOFT),
            Map.entry("warning-fg", Ink.PENDING),
            Map.entry("warning-emphasis", Ink.PENDING),
            Map.entry("warning-muted", Ink.PENDING_SOFT),
            Map.entry("warning-subtle", Ink.PENDING_SOFT),
            Map.entry("danger-fg", Ink.FAILED),
            Map.entry("danger-emphasis", Ink.FAILED),
            Map.entry("danger-muted", Ink.FAILED_SOFT),
            Map.entry("danger-subtle", Ink.FAILED_SOFT));

    private StyleSheet() {}

    /// The text of the style sheet, in a fixed order.
    public static String text(Theme theme) {
        StringBuilder css = new StringBuilder(".root {\n");
        for (Ink ink : Ink.values()) {
            if (ink != Ink.NONE) {
                css.append("    ")
                        .append(token(ink))
                        .append(": ")
                        .append(theme.colour(ink).hex())
                        .append(";\n");
            }
        }
        ATLANTA.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> css.append("    -color-" + e.getKey() + ": " + token(e.getValue()) + ";\n"));
        return css.append("}\n").toString();
    }

    /// The same as an address that `Scene.getStylesheets` takes.
    public static String address(Theme theme) {
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(text(theme).getBytes(UTF_8));
    }

    /// What `ink` is called in a style sheet: `-drydock-text-muted`.
    public static String token(Ink ink) {
        return "-drydock-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
