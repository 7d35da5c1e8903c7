package drydock.render.export;

/// XML while it is written: every text that goes in comes out as valid XML 1.0.
final class SvgText {

    private final StringBuilder xml = new StringBuilder(16_384);

    /// Text that is XML already.
    SvgText raw(String text) {
        xml.append(text);
        return this;
    }

    /// Begins an element; its attributes follow.
    SvgText open(String element) {
        xml.append('<').append(element);
        return this;
    }

    SvgText attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        text(value);
        xml.append('"');
        return this;
    }

    SvgText attribute(String name, double... values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : " ").append(Decimal.of(value));
        }
        return attribute(name, text.toString());
    }

    /// Ends the attributes of an element that has a body.
    SvgText body() {
        xml.append('>');
        return this;
    }

    /// Ends an element that has no body.
    SvgText close() {
        xml.append("/>\n");
        return this;
    }

    /// Adds `text`; what XML 1.0 cannot hold at all (control characters, lone surrogates) becomes U+FFFD.
    SvgText text(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\'' -> xml.append("&apos;");
                default -> xml.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return this;
    }

    @Override
    public String toString() {
        return xml.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
