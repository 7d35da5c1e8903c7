package drydock.render.export.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A font in the Compact Font Format (Adobe Technical Note 5176), whose glyphs are known by their numbers only.
final class CffFont {

    private static final int FIRST_OWN_STRING = 391;
    private static final int WIDEST_OFFSET = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private CffFont() {}

    /// The bytes of a font.
    ///
    /// @param glyphs at least two, as [Charstring]s; the first is what stands for characters that are not there
    static byte[] of(String name, List<byte[]> glyphs) {
        byte[] charset = new CffFont().one(2).two(1).two(glyphs.size() - 2).take();
        byte[] select =
                new CffFont().one(3).two(1).two(0).one(0).two(glyphs.size()).take();
        byte[] strings = index(List.of(ascii("Adobe"), ascii("Identity")));
        byte[] names = index(List.of(ascii(name)));
        byte[] charstrings = index(glyphs);
        byte[] hidden = new CffFont().integer(0).one(20).integer(0).one(21).take();
        // the dictionaries are as long, whatever the places in them are
        int head = 4 + names.length + index(List.of(top(glyphs.size(), 0, 0, 0, 0))).length + strings.length + 2;
        int charsetAt = head;
        int selectAt = charsetAt + charset.length;
        int charstringsAt = selectAt + select.length;
        int fontsAt = charstringsAt + charstrings.length;
        int hiddenAt = fontsAt + index(List.of(font(hidden.length, 0))).length;
        return new CffFont()
                .all(new byte[] {1, 0, 4, WIDEST_OFFSET})
                .all(names)
                .all(index(List.of(top(glyphs.size(), charsetAt, selectAt, charstringsAt, fontsAt))))
                .all(strings)
                .two(0)
                .all(charset)
                .all(select)
                .all(charstrings)
                .all(index(List.of(font(hidden.length, hiddenAt))))
                .all(hidden)
                .take();
    }

    private static byte[] top(int glyphs, int charset, int select, int charstrings, int fonts) {
        return new CffFont()
                .integer(FIRST_OWN_STRING)
                .integer(FIRST_OWN_STRING + 1)
                .integer(0)
                .escaped(30)
                .integer(glyphs)
                .escaped(34)
                .integer(charset)
                .one(15)
                .integer(charstrings)
                .one(17)
                .integer(fonts)
                .escaped(36)
                .integer(select)
                .escaped(37)
                .take();
    }

    private static byte[] font(int size, int place) {
        return new CffFont().integer(size).integer(place).one(18).take();
    }

    private static byte[] index(List<byte[]> items) {
        CffFont index = new CffFont().two(items.size()).one(WIDEST_OFFSET).four(1);
        int end = 1;
        for (byte[] item : items) {
            end += item.length;
            index.four(end);
        }
        items.forEach(index::all);
        return index.take();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// A number of a dictionary, in the longest form.
    private CffFont integer(int value) {
        return one(29).four(value);
    }

    private CffFont escaped(int operator) {
        return one(12).one(operator);
    }

    private CffFont one(int value) {
        bytes.write(value);
        return this;
    }

    private CffFont two(int value) {
        return one(value >> 8).one(value);
    }

    private CffFont four(int value) {
        return two(value >> 16).two(value);
    }

    private CffFont all(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    private byte[] take() {
        return bytes.toByteArray();
    }
}
