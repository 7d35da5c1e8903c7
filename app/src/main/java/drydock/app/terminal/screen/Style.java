package drydock.app.terminal.screen;

/// How a character looks.
///
/// @param ink the colour of the character: [#NONE], a number of the palette of 256, or [#TRUE] with 24 bits of red,
///     green and blue
/// @param ground the colour behind it, in the same way
public record Style(
        int ink,
        int ground,
        boolean bold,
        boolean faint,
        boolean italic,
        boolean underlined,
        boolean inverse,
        boolean struck) {

    /// The terminal's own colour.
    public static final int NONE = -1;

    /// What marks a colour of 24 bits.
    public static final int TRUE = 1 << 24;

    public static final Style PLAIN = new Style(NONE, NONE, false, false, false, false, false, false);

    Style inked(int colour) {
        return new Style(colour, ground, bold, faint, italic, underlined, inverse, struck);
    }

    Style grounded(int colour) {
        return new Style(ink, colour, bold, faint, italic, underlined, inverse, struck);
    }

    Style weighed(boolean isBold, boolean isFaint) {
        return new Style(ink, ground, isBold, isFaint, italic, underlined, inverse, struck);
    }

    Style italic(boolean on) {
        return new Style(ink, ground, bold, faint, on, underlined, inverse, struck);
    }

    Style underlined(boolean on) {
        return new Style(ink, ground, bold, faint, italic, on, inverse, struck);
    }

    Style inverse(boolean on) {
        return new Style(ink, ground, bold, faint, italic, underlined, on, struck);
    }

    Style struck(boolean on) {
        return new Style(ink, ground, bold, faint, italic, underlined, inverse, on);
    }

    /// What erased places look like: the ground stays, as xterm has it (`bce`).
    Style erased() {
        return PLAIN.grounded(ground);
    }
}
