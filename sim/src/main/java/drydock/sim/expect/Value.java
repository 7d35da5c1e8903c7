package drydock.sim.expect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a cell is to hold: one of several texts, in which `*` is anything without a comma, or a number with a bound.
public sealed interface Value {

    boolean matches(String cell);

    record OneOf(List<String> texts) implements Value {

        public OneOf {
            texts = List.copyOf(texts);
        }

        @Override
        public boolean matches(String cell) {
            return texts.stream().anyMatch(text -> glob(text).matcher(cell).matches());
        }

        private static Pattern glob(String text) {
            return Pattern.compile(
                    Pattern.compile("\\*")
                            .splitAsStream(text + "\0")
                            .map(Pattern::quote)
                            .collect(Collectors.joining("[^,]*"))
                            .replace("\0", ""),
                    Pattern.DOTALL);
        }

        @Override
        public String toString() {
            return String.join(" or ", texts);
        }
    }

    /// The number with which a cell begins, as the 3 of `3 (20s ago)` or of `300m`.
    record Bound(boolean least, long number) implements Value {

        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

        @Override
        public boolean matches(String cell) {
            Matcher begins = NUMBER.matcher(cell);
            if (!begins.lookingAt()) {
                return false;
            }
            long found = Long.parseLong(begins.group());
            return least ? found >= number : found <= number;
        }

        @Override
        public String toString() {
            return (least ? "at-least " : "at-most ") + number;
        }
    }
}
