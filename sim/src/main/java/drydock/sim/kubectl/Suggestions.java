package drydock.sim.kubectl;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// What a mistyped verb may have meant (`spf13/cobra command.go SuggestionsFor`).
final class Suggestions {

    private static final int MOST_DISTANT = 2;

    private Suggestions() {}

    /// What is said of a verb that there is not.
    static String unknownCommand(String typed, Collection<String> known) {
        if (typed.startsWith("-")) {
            String flag = typed.startsWith("--")
                    ? "unknown flag: " + typed.replaceFirst("=.*", "")
                    : "unknown shorthand" + " flag: '"
                            + typed.substring(Math.min(1, typed.length()), Math.min(2, typed.length())) + "' in "
                            + typed;
            return "error: " + flag + "\nSee 'kubectl --help' for usage.";
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        List<String> near = known.stream()
                .filter(name -> distance(lower, name) <= MOST_DISTANT || name.startsWith(lower))
                .toList();
        String message = "error: unknown command \"" + typed + "\" for \"kubectl\"";
        return near.isEmpty() ? message : message + "\n\nDid you mean this?\n\t" + String.join("\n\t", near);
    }

    /// How many letters have to be put in, taken out or changed to make `one` into `other` (Levenshtein).
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
