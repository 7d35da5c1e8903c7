package drydock.model.cel;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Texts with gaps for values: `%s`, `%d`, `%f`, `%e`, `%b`, `%x`, `%X`, `%o`, each with a number of digits behind a
/// point, and `%%` (`cel-go/ext/formatting.go`).
final class TextFormat {

    private static final Pattern GAP = Pattern.compile("%(?:\\.(\\d+))?([sdfebxXo%])");

    private TextFormat() {}

    static String format(String text, List<Object> values) {
        StringBuilder whole = new StringBuilder();
        Matcher gap = GAP.matcher(text);
        int next = 0;
        while (gap.find()) {
            String part = "%";
            if (!gap.group(2).equals("%")) {
                if (next == values.size()) {
                    throw new IllegalArgumentException("index " + next + " out of range");
                }
                part = part(
                        gap.group(2).charAt(0),
                        gap.group(1) == null ? 6 : Integer.parseInt(gap.group(1)),
                        values.get(next));
                next++;
            }
            gap.appendReplacement(whole, Matcher.quoteReplacement(part));
        }
        return gap.appendTail(whole).toString();
    }

    private static String part(char kind, int digits, Object value) {
        return switch (kind) {
            case 'f', 'e' ->
                String.format(Locale.ROOT, "%." + digits + kind, number(value).doubleValue());
            case 'b' ->
                value instanceof Boolean truth
                        ? (truth ? "1" : "0")
                        : Long.toBinaryString(number(value).longValue());
            case 'x' -> hexadecimal(value);
            case 'X' -> hexadecimal(value).toUpperCase(Locale.ROOT);
            case 'o' -> Long.toOctalString(number(value).longValue());
            default -> shown(value);
        };
    }

    private static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("no such overload");
    }

    private static String hexadecimal(Object value) {
        return value instanceof String text
                ? text.chars().mapToObj(c -> String.format("%02x", c)).collect(Collectors.joining())
                : Long.toHexString(number(value).longValue());
    }

    private static String shown(Object value) {
        return switch (value) {
            case NullValue _ -> "null";
            case Double number ->
                new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            case List<?> list -> list.stream().map(TextFormat::shown).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> shown(entry.getKey()) + ": " + shown(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"));
            case IpAddress ip -> ip.text();
            case IpRange range -> range.text();
            default -> String.valueOf(value);
        };
    }
}
