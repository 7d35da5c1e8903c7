package drydock.model.manifest;

/// A text that is gone through from its beginning to its end, and where one is in it.
///
/// Only characters that mean the same to every reader are in it: no tabs, no carriage returns, none that YAML forbids
/// or takes for a line break, none that takes two units.
final class SimpleText {

    /// What stands behind the last character.
    static final char END = '\0';

    private static final String OTHER_BREAKS = "\u2028\u2029\uFEFF\uFFFE\uFFFF";

    private final String source;
    private final char[] chars;
    private final int base;
    private int at;
    private int line;
    private int lineStart;

    /// Thrown where a text is not as simple as it was taken for.
    static final class NotSimple extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NotSimple() {
            super(null, null, false, false);
        }
    }

    /// @param base the offset in the file of the text's first character
    /// @param firstLine the line in the file of the same
    SimpleText(String source, int base, int firstLine) {
        this.source = source;
        this.base = base;
        this.line = firstLine;
        this.chars = new char[source.length() + 1];
        source.getChars(0, source.length(), chars, 0);
        for (int i = 0; i < source.length(); i++) {
            if (!isSimple(chars[i])) {
                throw notSimple();
            }
        }
    }

    private static boolean isSimple(char c) {
        return (c >= ' ' && c < 0x7F)
                || c == '\n'
                || (c >= 0xA0 && !Character.isSurrogate(c) && OTHER_BREAKS.indexOf(c) < 0);
    }

    static NotSimple notSimple() {
        return new NotSimple();
    }

    /// The character `ahead` of the next one.
    char peek(int ahead) {
        return chars[at + ahead];
    }

    char next() {
        return chars[at];
    }

    char charAt(int offset) {
        return chars[offset];
    }

    int at() {
        return at;
    }

    /// How many characters stand before the next one on its line.
    int column() {
        return at - lineStart;
    }

    /// The same, less than any column at the end of the text.
    int indent() {
        return next() == END ? -1 : column();
    }

    void to(int offset) {
        at = offset;
    }

    void skipBlanks() {
        while (chars[at] == ' ') {
            at++;
        }
    }

    /// Whether nothing but a comment follows on the line.
    boolean isLineOver() {
        char c = next();
        return c == '\n' || c == END || (c == '#' && (at == lineStart || chars[at - 1] == ' '));
    }

    /// Goes to what the next lines say first; on this one nothing may follow.
    void endLine() {
        skipBlanks();
        if (!isLineOver()) {
            throw notSimple();
        }
        toContent();
    }

    /// Goes to the first thing from here on that is no blank, comment or line break.
    void toContent() {
        skipBlanks();
        while (next() == '\n' || next() == '#') {
            toLineEnd();
            if (next() == '\n') {
                toNextLine();
            }
            skipBlanks();
        }
    }

    void toLineEnd() {
        while (chars[at] != '\n' && chars[at] != END) {
            at++;
        }
    }

    /// Goes behind the line break that is next.
    void toNextLine() {
        at++;
        line++;
        lineStart = at;
    }

    String substring(int start, int end) {
        return source.substring(start, end);
    }

    /// The same; a short word is the same string wherever it stands.
    String word(int start, int end) {
        return SharedWords.of(source, start, end);
    }

    /// The stretch from `start`, on the line where one is, to `end`.
    TextSpan span(int start, int end) {
        return new TextSpan(base + start, base + end, line, start - lineStart + 1);
    }

    static boolean isBlankOrEnd(char c) {
        return c == ' ' || c == '\n' || c == END;
    }
}
