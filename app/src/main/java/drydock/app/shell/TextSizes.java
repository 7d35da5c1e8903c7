package drydock.app.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.app.settings.Preferences;
import java.util.Base64;

/// The sizes of texts as a style sheet. All else in the window is a multiple of them.
final class TextSizes {

    private TextSizes() {}

    /// An address that `Scene.getStylesheets` takes.
    static String address(Preferences preferences) {
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(text(preferences).getBytes(UTF_8));
    }

    private static String text(Preferences preferences) {
        int size = preferences.textSize().pixels();
        // icons cannot be given in em: theirs is the size that they set themselves
        return ".root { -fx-font-size: " + size + "px; }\n"
                + ".ikonli-font-icon { -fx-icon-size: " + Math.round(size * 1.25) + "px; }\n"
                + ".stale-band .ikonli-font-icon { -fx-icon-size: " + Math.round(size * 1.25) + "px; }\n"
                + ".palette-group .ikonli-font-icon { -fx-icon-size: " + size + "px; }\n"
                + ".editor .code-area { -fx-font-size: " + preferences.editorTextPixels() + "px; }\n";
    }
}
