package drydock.render.export.pdf;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/// The glyphs of one font that a document uses, numbered as they come (ISO 32000, 9.7).
final class SubsetFont {

    private static final int SYMBOLIC = 4;
    private static final int MOST_IN_A_BLOCK = 100;
    private static final double BOX_WIDTH = 600;

    private final FontFile file;
    private final String name;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<Integer> codePoints = new ArrayList<>();
    private final List<byte[]> glyphs = new ArrayList<>();
    private final COSArray widths = new COSArray();

    /// @param resource what content streams call it: `F1`
    SubsetFont(FontFile file, String resource) {
        this.file = file;
        this.name = tag(resource) + "+" + file.name();
        add(0, box(), BOX_WIDTH);
    }

    /// Six capital letters, as the names of subsets begin.
    private static String tag(String resource) {
        StringBuilder tag = new StringBuilder();
        for (int rest = resource.hashCode() & 0x7FFFFFFF; tag.length() < 6; rest /= 26) {
            tag.append((char) ('A' + rest % 26));
        }
        return tag.toString();
    }

    /// How the character is written in a string of the content, in hexadecimal digits. One that the font has no glyph
    /// for is drawn as a box, and copied as what it is.
    String code(int codePoint) throws IOException {
        Integer number = numbers.get(codePoint);
        if (number == null) {
            number = codePoints.size();
            numbers.put(codePoint, number);
            boolean drawn = file.has(codePoint);
            add(codePoint, drawn ? file.glyph(codePoint) : box(), width(codePoint));
        }
        return HexFormat.of().toHexDigits(number.shortValue());
    }

    /// In thousandths of an em.
    double width(int codePoint) throws IOException {
        return file.has(codePoint) ? file.width(codePoint) : BOX_WIDTH;
    }

    private void add(int codePoint, byte[] glyph, double width) {
        codePoints.add(codePoint);
        glyphs.add(glyph);
        widths.add(new COSFloat((float) width));
    }

    private static byte[] box() {
        Path2D box = new Path2D.Double();
        box.moveTo(60, 0);
        box.lineTo(60, 700);
        box.lineTo(540, 700);
        box.lineTo(540, 0);
        box.moveTo(110, 50);
        box.lineTo(490, 50);
        box.lineTo(490, 650);
        box.lineTo(110, 650);
        return Charstring.of(box, 1, BOX_WIDTH);
    }

    /// The font as the document knows it; to be called when all is written.
    COSDictionary dictionary() throws IOException {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        COSArray allWidths = array(COSInteger.ZERO, widths);
        COSDictionary glyphFont = named(COSName.FONT, COSName.CID_FONT_TYPE0, name);
        glyphFont.setItem(COSName.CIDSYSTEMINFO, system);
        glyphFont.setItem(COSName.FONT_DESC, descriptor());
        glyphFont.setItem(COSName.W, allWidths);
        COSDictionary font = named(COSName.FONT, COSName.TYPE0, name + "-Identity-H");
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, array(glyphFont));
        font.setItem(COSName.TO_UNICODE, stream(characters().getBytes(StandardCharsets.US_ASCII)));
        return font;
    }

    private COSDictionary descriptor() throws IOException {
        COSStream program = stream(CffFont.of(name, glyphs));
        program.setName(COSName.SUBTYPE, "CIDFontType0C");
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        descriptor.setItem(
                COSName.FONT_BBOX,
                array(number(-1000), number(file.descent() - 200), number(3000), number(file.ascent() + 200)));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setItem(COSName.ASCENT, number(file.ascent()));
        descriptor.setItem(COSName.DESCENT, number(file.descent()));
        descriptor.setItem(COSName.CAP_HEIGHT, number(file.ascent()));
        descriptor.setInt(COSName.STEM_V, 80);
        descriptor.setItem(COSName.FONT_FILE3, program);
        return descriptor;
    }

    /// Which character each glyph is, so that text can be searched and copied.
    private String characters() {
        StringBuilder map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
        for (int from = 1; from < codePoints.size(); from += MOST_IN_A_BLOCK) {
            int to = Math.min(codePoints.size(), from + MOST_IN_A_BLOCK);
            map.append(to - from).append(" beginbfchar\n");
            for (int number = from; number < to; number++) {
                byte[] character = Character.toString(codePoints.get(number)).getBytes(StandardCharsets.UTF_16BE);
                map.append('<')
                        .append(HexFormat.of().toHexDigits((short) number))
                        .append("> <");
                map.append(HexFormat.of().formatHex(character)).append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static COSDictionary named(COSName type, COSName subtype, String base) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, type);
        dictionary.setItem(COSName.SUBTYPE, subtype);
        dictionary.setName(COSName.BASE_FONT, base);
        return dictionary;
    }

    private static COSArray array(COSBase... items) {
        return new COSArray(List.of(items));
    }

    private static COSFloat number(double value) {
        return new COSFloat((float) value);
    }

    private static COSStream stream(byte[] bytes) throws IOException {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
        return stream;
    }
}
