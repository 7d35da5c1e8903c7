package drydock.render.theme;

import drydock.render.scene.Mark.TextStyle;

/// How a style of text looks; the same in every theme.
///
/// @param size in scene units, from ascender to descender as type is measured
public record TextLook(Family family, double size, Weight weight) {

    /// The families that Drydock brings along; what they lack, Chinese above all, comes from the system.
    public enum Family {
        SANS("Inter", "sans-serif"),
        MONO("JetBrains Mono", "monospace");

        private final String familyName;
        private final String fallback;

        Family(String familyName, String fallback) {
            this.familyName = familyName;
            this.fallback = fallback;
        }

        /// Its name as a style sheet knows it.
        public String familyName() {
            return familyName;
        }

        /// The generic family that stands in for it where it is not there.
        public String fallback() {
            return fallback;
        }
    }

    /// The weights, as CSS counts them.
    public enum Weight {
        REGULAR(400),
        MEDIUM(500),
        SEMI_BOLD(600);

        private final int number;

        Weight(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    private static final TextLook TITLE = new TextLook(Family.SANS, 13, Weight.SEMI_BOLD);
    private static final TextLook BODY = new TextLook(Family.SANS, 12, Weight.REGULAR);
    private static final TextLook BODY_STRONG = new TextLook(Family.SANS, 12, Weight.SEMI_BOLD);
    private static final TextLook SMALL = new TextLook(Family.SANS, 10.5, Weight.MEDIUM);
    private static final TextLook SMALL_STRONG = new TextLook(Family.SANS, 10.5, Weight.SEMI_BOLD);
    private static final TextLook TINY = new TextLook(Family.SANS, 9, Weight.MEDIUM);
    private static final TextLook CODE = new TextLook(Family.MONO, 11, Weight.REGULAR);

    public static TextLook of(TextStyle style) {
        return switch (style) {
            case TITLE -> TITLE;
            case BODY -> BODY;
            case BODY_STRONG -> BODY_STRONG;
            case SMALL -> SMALL;
            case SMALL_STRONG -> SMALL_STRONG;
            case TINY -> TINY;
            case MONO -> CODE;
        };
    }
}
