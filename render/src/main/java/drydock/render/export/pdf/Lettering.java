package drydock.render.export.pdf;

import drydock.render.text.Fonts;
import drydock.render.theme.TextLook;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/// The text of a document: which font each character is taken from, and what is used of each.
///
/// Drydock's own fonts come first, then the system's. What none of them has is drawn as a box, and remembered.
final class Lettering {

    private final Supplier<SystemFonts> system;
    private final Map<String, FontFile> own = new HashMap<>();
    private final Map<FontFile, String> names = new LinkedHashMap<>();
    private final Map<String, SubsetFont> fonts = new LinkedHashMap<>();
    private final SortedSet<Integer> missing = new TreeSet<>();
    private @Nullable SystemFonts opened;

    /// @param system asked for only when it is needed
    Lettering(Supplier<SystemFonts> system) {
        this.system = system;
    }

    /// The operators that show `text` of this look from where the pen is.
    String shown(String text, TextLook look) throws IOException {
        StringBuilder operators = new StringBuilder();
        String current = "";
        for (int codePoint : drawn(text)) {
            String font = font(codePoint, look);
            if (!font.equals(current)) {
                operators.append(current.isEmpty() ? "" : "> Tj ");
                operators
                        .append('/')
                        .append(font)
                        .append(' ')
                        .append(look.size())
                        .append(" Tf <");
                current = font;
            }
            operators.append(fonts.get(font).code(codePoint));
        }
        return current.isEmpty() ? "" : operators.append("> Tj").toString();
    }

    /// How wide it is then.
    double width(String text, TextLook look) throws IOException {
        double width = 0;
        for (int codePoint : drawn(text)) {
            width += fonts.get(font(codePoint, look)).width(codePoint) * look.size() / 1000;
        }
        return width;
    }

    /// The characters that no font has, in the order of Unicode.
    SortedSet<Integer> missing() {
        return missing;
    }

    /// All fonts, as the resources of a page.
    COSDictionary resources() throws IOException {
        COSDictionary resources = new COSDictionary();
        for (Map.Entry<String, SubsetFont> font : fonts.entrySet()) {
            resources.setItem(COSName.getPDFName(font.getKey()), font.getValue().dictionary());
        }
        return resources;
    }

    /// Without what is never seen; what is no character is a question in a box, as on the screen.
    private static int[] drawn(String text) {
        return text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && !isVariant(c))
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .toArray();
    }

    private static boolean isVariant(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    private String font(int codePoint, TextLook look) throws IOException {
        FontFile first = own(look);
        if (first.has(codePoint)) {
            return name(first);
        }
        if (opened == null) {
            opened = system.get();
        }
        return name(opened.with(codePoint).orElseGet(() -> {
            missing.add(codePoint);
            return first;
        }));
    }

    private String name(FontFile file) {
        return names.computeIfAbsent(file, f -> {
            String name = "F" + (fonts.size() + 1);
            fonts.put(name, new SubsetFont(f, name));
            return name;
        });
    }

    private FontFile own(TextLook look) throws IOException {
        String file = Fonts.file(look);
        FontFile known = own.get(file);
        if (known == null) {
            known = FontFile.of(parsed(file)).orElseThrow(() -> new IllegalStateException("no outlines in " + file));
            own.put(file, known);
        }
        return known;
    }

    private static TrueTypeFont parsed(String file) throws IOException {
        try (InputStream bytes = Fonts.open(file)) {
            RandomAccessReadBuffer all = new RandomAccessReadBuffer(bytes);
            return file.endsWith(".otf") ? new OTFParser().parse(all) : new TTFParser().parse(all);
        }
    }
}
