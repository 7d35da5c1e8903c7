package drydock.render.export.pdf;

import java.awt.Shape;
import java.io.IOException;
import java.util.Optional;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/// A font whose glyphs can be taken over into a file: with outlines of either kind, and a licence that allows it.
final class FontFile {

    private static final int LICENCE = 0xF;
    private static final int NOT_TO_BE_EMBEDDED = 2;
    private static final int NOT_IN_PARTS = 0x100;
    private static final int ONLY_BITMAPS = 0x200;

    private final String name;
    private final TrueTypeFont font;
    private final CmapLookup numbers;
    private final @Nullable CFFFont outlines;
    private final double scale;

    private FontFile(TrueTypeFont font, @Nullable CFFFont outlines) throws IOException {
        this.name = font.getName().replaceAll("[^A-Za-z0-9-]", "");
        this.font = font;
        this.numbers = font.getUnicodeCmapLookup();
        this.outlines = outlines;
        this.scale = 1000.0 / font.getUnitsPerEm();
    }

    /// Empty where the font has no outlines, or may not be taken over.
    static Optional<FontFile> of(TrueTypeFont font) throws IOException {
        if (!mayBeTaken(font.getOS2Windows()) || font.getName() == null) {
            return Optional.empty();
        }
        if (font instanceof OpenTypeFont open && open.isPostScript()) {
            return open.isSupportedOTF()
                    ? Optional.of(new FontFile(font, open.getCFF().getFont()))
                    : Optional.empty();
        }
        return font.getTableMap().containsKey("glyf") ? Optional.of(new FontFile(font, null)) : Optional.empty();
    }

    private static boolean mayBeTaken(@Nullable OS2WindowsMetricsTable said) {
        int type = said == null ? 0 : said.getFsType();
        return (type & LICENCE) != NOT_TO_BE_EMBEDDED && (type & (NOT_IN_PARTS | ONLY_BITMAPS)) == 0;
    }

    String name() {
        return name;
    }

    boolean has(int codePoint) {
        return numbers.getGlyphId(codePoint) != 0;
    }

    /// The width of a character, in thousandths of an em.
    double width(int codePoint) throws IOException {
        return font.getAdvanceWidth(numbers.getGlyphId(codePoint)) * scale;
    }

    /// How a character is drawn, as a [Charstring].
    byte[] glyph(int codePoint) throws IOException {
        return Charstring.of(outline(numbers.getGlyphId(codePoint)), scale, width(codePoint));
    }

    /// The top of its letters over the base line, and the bottom, below 0; in thousandths of an em.
    double ascent() throws IOException {
        return font.getHorizontalHeader().getAscender() * scale;
    }

    double descent() throws IOException {
        return font.getHorizontalHeader().getDescender() * scale;
    }

    private Shape outline(int glyph) throws IOException {
        if (outlines != null) {
            boolean byCid = outlines.getCharset().isCIDFont();
            return outlines.getType2CharString(byCid ? outlines.getCharset().getCIDForGID(glyph) : glyph)
                    .getPath();
        }
        GlyphData data = font.getGlyph().getGlyph(glyph);
        return data == null ? new java.awt.geom.Path2D.Double() : data.getPath();
    }
}
