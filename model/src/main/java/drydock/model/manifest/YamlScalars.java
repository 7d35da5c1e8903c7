package drydock.model.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a plain scalar means to Kubernetes, which reads YAML with sigs.k8s.io/yaml (goyaml.v2,
/// `resolve.go`) and hands it on as JSON: `y` and `on` are booleans, `0755` is octal, `1e3` is the integer
/// 1000, a date is a string.
final class YamlScalars {

    private static final Object NULL = new Object();
    private static final Map<String, Object> WORDS = words();
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final double LONGEST_PLAIN_INTEGER = 1e21;

    private YamlScalars() {}

    /// The value of a plain scalar without a tag. An infinity or not-a-number, which JSON does not have, is
    /// a Double.
    static @Nullable Object resolve(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        if ("yYnNtTfFoO~.+-".indexOf(first) < 0 && !isDigit(first)) {
            return text;
        }
        Object word = text.length() <= 5 ? WORDS.get(text) : null;
        if (word != null) {
            return word == NULL ? null : word;
        }
        return first == '.' || first == '+' || first == '-' || isDigit(first) ? number(text) : text;
    }

    /// The value of a floating-point number once it went through JSON, where 1000.0 is 1000.
    static Object throughJson(double value) {
        boolean integral = value == Math.rint(value) && Math.abs(value) < LONGEST_PLAIN_INTEGER;
        return integral && Math.abs(value) < 0x1p63 ? integer((long) value) : (Object) value;
    }

    private static Object number(String text) {
        if (text.charAt(0) == '.') {
            return FLOAT.matcher(text).matches() ? fraction(text, text) : text;
        }
        String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
        boolean signed = !plain.isEmpty() && (plain.charAt(0) == '-' || plain.charAt(0) == '+');
        String digits = signed ? plain.substring(1) : plain;
        int radix = radix(digits);
        String bare = radix == 10 ? digits : digits.substring(isDigit(digits.charAt(1)) ? 1 : 2);
        if (isNumber(bare, radix)) {
            try {
                return integer(Long.parseLong(plain.startsWith("-") ? "-" + bare : bare, radix));
            } catch (NumberFormatException tooLong) {
                return tooLong(text, plain, bare, radix, signed);
            }
        }
        return FLOAT.matcher(plain).matches() ? fraction(text, plain) : text;
    }

    /// A number beyond 64 bits: as a decimal, a floating-point number; unsigned 64 bits in any base too;
    /// else no number.
    private static Object tooLong(String text, String plain, String bare, int radix, boolean signed) {
        if (FLOAT.matcher(plain).matches() && radix == 10) {
            return fraction(text, plain);
        }
        try {
            return signed
                    ? text
                    : new java.math.BigInteger(Long.toUnsignedString(Long.parseUnsignedLong(bare, radix)))
                            .doubleValue();
        } catch (NumberFormatException longer) {
            return text;
        }
    }

    private static Object fraction(String text, String plain) {
        double value = Double.parseDouble(plain);
        return Double.isInfinite(value) ? text : throughJson(value);
    }

    private static Object integer(long value) {
        return value == (int) value ? (Object) (int) value : (Object) value;
    }

    /// The base that Go's `strconv.ParseInt` takes from the prefix.
    private static int radix(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return 10;
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> 8;
            default -> 10;
        };
    }

    private static boolean isNumber(String digits, int radix) {
        return !digits.isEmpty() && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Map<String, Object> words() {
        Map<String, Object> words = new HashMap<>();
        List.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON")
                .forEach(w -> words.put(w, true));
        List.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF")
                .forEach(w -> words.put(w, false));
        List.of("~", "null", "Null", "NULL").forEach(w -> words.put(w, NULL));
        List.of(".nan", ".NaN", ".NAN").forEach(w -> words.put(w, Double.NaN));
        List.of(".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF").forEach(w -> words.put(w, Double.POSITIVE_INFINITY));
        List.of("-.inf", "-.Inf", "-.INF").forEach(w -> words.put(w, Double.NEGATIVE_INFINITY));
        return Map.copyOf(words);
    }
}
