package drydock.model.validation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which of the names there are was meant by one that is none of them.
public final class Nearest {

    private Nearest() {}

    /// The one name that differs from `text` in its capitals only, or else in the fewest letters: in one of
    /// three, two of six, three of nine; empty if none does, or two do as much.
    public static Optional<String> to(String text, List<String> names) {
        Optional<String> same =
                names.stream().filter(name -> name.equalsIgnoreCase(text)).findFirst();
        if (same.isPresent()) {
            return same;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        record Candidate(String name, int distance) {}
        List<Candidate> candidates = names.stream()
                .map(name -> new Candidate(name, distance(lower, name.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance() <= Math.min(3, text.length() / 3))
                .sorted(Comparator.comparingInt(Candidate::distance))
                .toList();
        boolean clear = candidates.size() == 1
                || (candidates.size() > 1
                        && candidates.get(0).distance() < candidates.get(1).distance());
        return clear ? Optional.of(candidates.getFirst().name()) : Optional.empty();
    }

    /// How many letters must be put in, taken out, changed or swapped with the next.
    private static int distance(String from, String to) {
        int[][] steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + same);
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[from.length()][to.length()];
    }
}
