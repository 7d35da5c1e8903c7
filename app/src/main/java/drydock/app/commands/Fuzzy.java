package drydock.app.commands;

import java.util.Locale;

/// Fits a few typed letters to a name in which they stand in the same order, with others between them.
final class Fuzzy {

    /// What a letter counts, and what it counts more at the beginning of a word, or beside the letter before.
    private static final int LETTER = 1;

    private static final int WORD_START = 9;
    private static final int BESIDE = 10;
    private static final int NONE = Integer.MIN_VALUE / 2;

    private Fuzzy() {}

    /// How well `typed` fits `name`: 0 if it does not, more the more of its letters begin words or stand together.
    /// Spaces in `typed` count nothing; an empty text fits everything.
    static int score(String typed, String name) {
        String wanted = typed.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        String lower = name.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return 1;
        }
        if (!isThere(wanted, lower)) {
            return 0;
        }
        // best[j]: the best score of the letters so far, the last of them at j
        int[] best = new int[name.length()];
        for (int i = 0; i < wanted.length(); i++) {
            int[] next = new int[best.length];
            int before = i == 0 ? 0 : NONE;
            for (int j = 0; j < best.length && j < lower.length(); j++) {
                boolean beside = i > 0 && j > 0 && best[j - 1] > NONE;
                int reached = Math.max(before, beside ? best[j - 1] + BESIDE : NONE);
                next[j] = lower.charAt(j) == wanted.charAt(i) && reached > NONE
                        ? reached + LETTER + (isWordStart(name, j) ? WORD_START : 0)
                        : NONE;
                before = i == 0 ? 0 : Math.max(before, best[j]);
            }
            best = next;
        }
        int most = NONE;
        for (int score : best) {
            most = Math.max(most, score);
        }
        // of names that fit alike the shorter says more
        return most <= NONE ? 0 : Math.max(1, most * 4 - Math.min(name.length(), 60) / 4);
    }

    private static boolean isThere(String wanted, String name) {
        int at = -1;
        for (int i = 0; i < wanted.length(); i++) {
            at = name.indexOf(wanted.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordStart(String name, int at) {
        if (at == 0) {
            return true;
        }
        char before = name.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                || (Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(before));
    }
}
