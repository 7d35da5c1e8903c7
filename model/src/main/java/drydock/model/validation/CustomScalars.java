package drydock.model.validation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What the schema of a custom kind tells of texts, numbers and sizes
/// (`kube-openapi/pkg/validation/validate/values.go`).
final class CustomScalars {

    /// What Go writes in patterns and Java reads otherwise.
    private static final Pattern OTHERWISE_IN_JAVA = Pattern.compile("\\(\\?P<|\\[\\[:|\\\\[zCQpPX]|&&");

    private static final int MOST_STEPS = 2_000_000;

    private CustomScalars() {}

    static void text(CustomIssues issues, CustomSchema schema, String text, CustomPath at) {
        int length = text.codePointCount(0, text.length());
        schema.number("maxLength")
                .filter(most -> length > most.longValue())
                .ifPresent(most -> issues.value(at, "custom-long", ServerWords.tooLong(most.intValue()), most));
        schema.number("minLength")
                .filter(least -> length < least.longValue())
                .ifPresent(least -> issues.value(
                        at,
                        "custom-short",
                        ServerWords.invalid(text, at.name() + " in body should be at least " + least + " chars long"),
                        least));
        String pattern = schema.text("pattern");
        if (!pattern.isEmpty() && !matches(pattern, text)) {
            String words = ServerWords.invalid(text, at.name() + " in body should match '" + pattern + "'");
            issues.value(at, "custom-pattern", words, ScalarTypes.shown(text), pattern);
        }
    }

    /// Whether the pattern is found in the text, or cannot be tried here.
    private static boolean matches(String pattern, String text) {
        if (OTHERWISE_IN_JAVA.matcher(pattern).find()) {
            return true;
        }
        try {
            return Pattern.compile(pattern).matcher(new Bounded(text)).find();
        } catch (PatternSyntaxException | TooManySteps e) {
            return true;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// A text that is read a bounded number of times, for a pattern that was written for an engine without going back.
    private static final class Bounded implements CharSequence {
        private final String text;
        private int steps;

        Bounded(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            if (steps > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static void number(CustomIssues issues, CustomSchema schema, BigDecimal number, CustomPath at) {
        boolean above = schema.is("exclusiveMinimum");
        least(schema, number, above).ifPresent(least -> {
            String words = " in body should be greater than " + (above ? "" : "or equal to ") + least;
            String key = above ? "custom-above" : "custom-least";
            issues.value(at, key, invalid(number, at.name() + words), number, least);
        });
        boolean below = schema.is("exclusiveMaximum");
        most(schema, number, below).ifPresent(most -> {
            String words = " in body should be less than " + (below ? "" : "or equal to ") + most;
            String key = below ? "custom-below" : "custom-most";
            issues.value(at, key, invalid(number, at.name() + words), number, most);
        });
        schema.number("multipleOf")
                .filter(of -> of.signum() > 0 && number.remainder(of).signum() != 0)
                .ifPresent(of -> issues.value(
                        at,
                        "custom-multiple",
                        invalid(number, at.name() + " in body should be a multiple of " + of),
                        number,
                        of));
        String format = schema.text("format");
        if (format.equals("int32") && !fits(number, 31)) {
            issues.value(at, "type.integer-32", invalid(number, at.name() + " is not an int32"), number);
        }
    }

    private static Optional<BigDecimal> least(CustomSchema schema, BigDecimal number, boolean exclusive) {
        return schema.number("minimum").filter(least -> number.compareTo(least) < (exclusive ? 1 : 0));
    }

    private static Optional<BigDecimal> most(CustomSchema schema, BigDecimal number, boolean exclusive) {
        return schema.number("maximum").filter(most -> number.compareTo(most) > (exclusive ? -1 : 0));
    }

    private static boolean fits(BigDecimal number, int bits) {
        return number.toBigInteger().bitLength() <= bits;
    }

    private static String invalid(BigDecimal number, String detail) {
        return ServerWords.invalidRaw(number.toPlainString(), detail);
    }

    static void length(CustomIssues issues, CustomSchema schema, Collection<?> items, CustomPath at) {
        schema.number("maxItems")
                .filter(most -> items.size() > most.longValue())
                .ifPresent(most ->
                        issues.value(at, "custom-many", ServerWords.tooMany(items.size(), most.intValue()), most));
        schema.number("minItems")
                .filter(least -> items.size() < least.longValue())
                .ifPresent(least -> issues.value(
                        at,
                        "custom-few",
                        ServerWords.invalidRaw(
                                String.valueOf(items.size()),
                                at.name() + " in body should have at least " + least + " items"),
                        least));
    }

    static void size(CustomIssues issues, CustomSchema schema, Map<?, ?> map, CustomPath at) {
        schema.number("maxProperties")
                .filter(most -> map.size() > most.longValue())
                .ifPresent(most ->
                        issues.value(at, "custom-many", ServerWords.tooMany(map.size(), most.intValue()), most));
        schema.number("minProperties")
                .filter(least -> map.size() < least.longValue())
                .ifPresent(least -> issues.value(
                        at,
                        "custom-few",
                        ServerWords.invalidRaw(
                                String.valueOf(map.size()),
                                at.name() + " in body should have at least " + least + " properties"),
                        least));
    }
}
