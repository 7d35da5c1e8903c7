package drydock.app.terminal.screen;

import java.util.List;

/// Reads what a program says of colours and weights (`SGR`, `CSI … m`).
final class Rendition {

    private static final int BRIGHT = 8;

    private Rendition() {}

    /// The style after it.
    ///
    /// @param parameters the numbers, -1 where one was left out
    static Style after(Style before, List<Integer> parameters) {
        Style style = parameters.isEmpty() ? Style.PLAIN : before;
        for (int i = 0; i < parameters.size(); i++) {
            int number = Math.max(0, parameters.get(i));
            if (number == 38 || number == 48) {
                List<Integer> rest = parameters.subList(i + 1, parameters.size());
                int colour = colour(rest);
                if (colour != Style.NONE) {
                    style = number == 38 ? style.inked(colour) : style.grounded(colour);
                }
                i += length(rest);
            } else {
                style = after(style, number);
            }
        }
        return style;
    }

    private static Style after(Style style, int number) {
        return switch (number) {
            case 0 -> Style.PLAIN;
            case 1 -> style.weighed(true, style.faint());
            case 2 -> style.weighed(style.bold(), true);
            case 3 -> style.italic(true);
            case 4, 21 -> style.underlined(true);
            case 7 -> style.inverse(true);
            case 9 -> style.struck(true);
            case 22 -> style.weighed(false, false);
            case 23 -> style.italic(false);
            case 24 -> style.underlined(false);
            case 27 -> style.inverse(false);
            case 29 -> style.struck(false);
            case 39 -> style.inked(Style.NONE);
            case 49 -> style.grounded(Style.NONE);
            default -> coloured(style, number);
        };
    }

    private static Style coloured(Style style, int number) {
        if (number >= 30 && number <= 37) {
            return style.inked(number - 30);
        }
        if (number >= 40 && number <= 47) {
            return style.grounded(number - 40);
        }
        if (number >= 90 && number <= 97) {
            return style.inked(number - 90 + BRIGHT);
        }
        return number >= 100 && number <= 107 ? style.grounded(number - 100 + BRIGHT) : style;
    }

    /// `5;n`, a colour of the palette, or `2;r;g;b`.
    private static int colour(List<Integer> rest) {
        if (rest.size() >= 2 && rest.getFirst() == 5) {
            return Math.clamp(rest.get(1), 0, 255);
        }
        if (rest.size() >= 4 && rest.getFirst() == 2) {
            return Style.TRUE | part(rest.get(1)) << 16 | part(rest.get(2)) << 8 | part(rest.get(3));
        }
        return Style.NONE;
    }

    private static int part(int number) {
        return Math.clamp(number, 0, 255);
    }

    private static int length(List<Integer> rest) {
        if (rest.isEmpty()) {
            return 0;
        }
        return Math.min(rest.size(), rest.getFirst() == 2 ? 4 : 2);
    }
}
