package drydock.model.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
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

    /// How near to a whole number a quotient is one.
    private static final double CLOSE = 1e-9;

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
            issues.value(at, "custom-unlike", words, ScalarTypes.shown(text), pattern);
        }
        String format = format(schema);
        if (!CustomFormats.fits(format, text)) {
            issues.type(at, schema.text("format"), text, text);
        }
        issues.matched(format.isEmpty() ? 1 : 2);
    }

    /// The format that values are held to; empty where the API server passes the schema's over.
    static String format(CustomSchema schema) {
        String format = schema.text("format");
        return CustomFormats.isKnown(format) ? format : "";
    }

    /// Whether the value's type is not looked at, since its format is
    /// (`kube-openapi/pkg/validation/validate/type.go`).
    static boolean isFormatted(CustomSchema schema, Object value) {
        return !format(schema).isEmpty()
                && (value instanceof String || value instanceof Collection<?>)
                && schema.types().stream().noneMatch(List.of("integer", "number")::contains);
    }

    /// The format that a value of another type than a text has by itself.
    static String formatOf(Object value) {
        return value instanceof Number number ? isWhole(number) ? "int64" : "float64" : "";
    }

    static boolean isWhole(Number number) {
        return number instanceof Integer
                || number instanceof Long
                || new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
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

    /// Bounds of a whole number are whole, too: what is behind the point is cut off
    /// (`validate/values.go MaximumNativeType, MinimumNativeType, MultipleOfNativeType`).
    static void number(CustomIssues issues, CustomSchema schema, BigDecimal number, CustomPath at) {
        boolean whole = isWhole(number);
        multiple(issues, schema, number, at, whole);
        bound(schema, "maximum", whole)
                .ifPresent(most -> most(issues, number, most, schema.is("exclusiveMaximum"), at));
        bound(schema, "minimum", whole)
                .ifPresent(least -> least(issues, number, least, schema.is("exclusiveMinimum"), at));
        issues.matched(2);
    }

    private static Optional<BigDecimal> bound(CustomSchema schema, String key, boolean whole) {
        return schema.number(key).map(bound -> whole ? bound.setScale(0, RoundingMode.DOWN) : bound);
    }

    private static void multiple(
            CustomIssues issues, CustomSchema schema, BigDecimal number, CustomPath at, boolean whole) {
        bound(schema, "multipleOf", whole)
                .filter(of -> of.signum() > 0 && !isMultiple(number, of))
                .ifPresent(of -> {
                    String words = invalid(number, at.name() + " in body should be a multiple of " + shown(of));
                    issues.value(at, "custom-multiple", words, number, shown(of));
                });
    }

    private static boolean isMultiple(BigDecimal number, BigDecimal of) {
        double times = number.doubleValue() / of.doubleValue();
        double nearest = Math.rint(times);
        return times == nearest || Math.abs(times - nearest) / (Math.abs(times) + Math.abs(nearest)) < CLOSE;
    }

    private static void most(
            CustomIssues issues, BigDecimal number, BigDecimal most, boolean exclusive, CustomPath at) {
        if (number.compareTo(most) > (exclusive ? -1 : 0)) {
            String words = " in body should be less than " + (exclusive ? "" : "or equal to ") + shown(most);
            String key = exclusive ? "custom-below" : "custom-most";
            issues.value(at, key, invalid(number, at.name() + words), number, shown(most));
        }
    }

    private static void least(
            CustomIssues issues, BigDecimal number, BigDecimal least, boolean exclusive, CustomPath at) {
        if (number.compareTo(least) < (exclusive ? 1 : 0)) {
            String words = " in body should be greater than " + (exclusive ? "" : "or equal to ") + shown(least);
            String key = exclusive ? "custom-above" : "custom-least";
            issues.value(at, key, invalid(number, at.name() + words), number, shown(least));
        }
    }

    /// As Go prints a number: without zeros at its end.
    private static String shown(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String invalid(BigDecimal number, String detail) {
        return ServerWords.invalidRaw(shown(number), detail);
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

    /// Holds an object to how many entries it may have; whether it does, since otherwise nothing in it is looked at.
    static boolean size(CustomIssues issues, CustomSchema schema, Map<?, ?> map, CustomPath at) {
        Optional<BigDecimal> least = schema.number("minProperties").filter(n -> map.size() < n.longValue());
        Optional<BigDecimal> most = schema.number("maxProperties").filter(n -> map.size() > n.longValue());
        if (least.isPresent()) {
            String words = at.name() + " in body should have at least " + least.get() + " properties";
            issues.value(at, "custom-few", ServerWords.invalidRaw(String.valueOf(map.size()), words), least.get());
        } else if (most.isPresent()) {
            String words = ServerWords.tooMany(map.size(), most.get().intValue());
            issues.value(at, "custom-many", words, most.get());
        }
        return least.isEmpty() && most.isEmpty();
    }
}
