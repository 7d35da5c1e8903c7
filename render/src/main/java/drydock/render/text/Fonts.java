package drydock.render.text;

import drydock.render.theme.TextLook;
import drydock.render.theme.TextLook.Family;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.text.Font;

/// The fonts that Drydock brings along, so that a picture is the same on every machine. What they lack, Chinese above
/// all, JavaFX takes from the system's fonts.
///
/// Inter 4.0 and JetBrains Mono 2.242, cut down to Latin, Greek, Cyrillic and signs; their licence is the SIL Open Font
/// License, beside them.
public final class Fonts {

    private static final Map<Face, String> NAMES = new EnumMap<>(Face.class);

    private Fonts() {}

    /// The files there are.
    private enum Face {
        REGULAR("Inter-Regular.otf"),
        MEDIUM("Inter-Medium.otf"),
        SEMI_BOLD("Inter-SemiBold.otf"),
        MONO("JetBrainsMono-Regular.ttf");

        private final String file;

        Face(String file) {
            this.file = file;
        }

        static Face of(TextLook look) {
            return look.family() == Family.MONO
                    ? MONO
                    : switch (look.weight()) {
                        case REGULAR -> REGULAR;
                        case MEDIUM -> MEDIUM;
                        case SEMI_BOLD -> SEMI_BOLD;
                    };
        }
    }

    /// Makes the fonts known to JavaFX, so that style sheets can name them; does nothing the second time.
    public static synchronized void load() {
        for (Face face : Face.values()) {
            NAMES.computeIfAbsent(face, Fonts::loaded);
        }
    }

    /// The font of `look` at `scale` times its size.
    public static synchronized Font font(TextLook look, double scale) {
        load();
        return new Font(NAMES.get(Face.of(look)), look.size() * scale);
    }

    /// What the file of the font of `look` is called.
    public static String file(TextLook look) {
        return Face.of(look).file;
    }

    /// The bytes of a file that [#file] named.
    public static InputStream open(String file) throws IOException {
        InputStream bytes = Fonts.class.getResourceAsStream(file);
        if (bytes == null) {
            throw new FileNotFoundException(file);
        }
        return bytes;
    }

    private static String loaded(Face face) {
        try (InputStream file = open(face.file)) {
            Font font = Font.loadFont(file, 12);
            if (font == null) {
                throw new IllegalStateException("not to be loaded: " + face.file);
            }
            return font.getName();
        } catch (IOException broken) {
            throw new UncheckedIOException(face.file, broken);
        }
    }
}
