package drydock.sim.kubectl.template;

import drydock.sim.kubectl.text.GoText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Go's `printf` with its usual verbs: `%v`, `%s`, `%q`, `%d`, `%t`, `%x`, `%f`, `%T`, widths and `%%`.
final class GoFormat {

    private static final Pattern VERB = Pattern.compile("%([-+0 #]*)(\\d*)(?:\\.(\\d+))?([a-zA-Z%])");

    private GoFormat() {}

    static String format(String format, List<@Nullable Object> args) {
        StringBuilder out = new StringBuilder();
        Matcher verb = VERB.matcher(format);
        int at = 0;
        int used = 0;
        while (verb.find()) {
            out.append(format, at, verb.start());
            at = verb.end();
            if (verb.group(4).equals("%")) {
                out.append('%');
            } else if (used == args.size()) {
                out.append("%!").append(verb.group(4)).append("(MISSING)");
            } else {
                out.append(padded(verb, value(verb, args.get(used++))));
            }
        }
        out.append(format.substring(at));
        if (used < args.size()) {
            out.append("%!(EXTRA)");
        }
        return out.toString();
    }

    private static String value(Matcher verb, @Nullable Object value) {
        String precision = verb.group(3);
        return switch (verb.group(4)) {
            case "v" -> GoText.of(value);
            case "s" ->
                value instanceof Number || value instanceof Boolean || value == null
                        ? wrong("s", value)
                        : precision == null
                                ? GoText.of(value)
                                : GoText.of(value)
                                        .substring(0, Math.min(GoText.of(value).length(), Integer.parseInt(precision)));
            case "q" -> GoQuotes.quote(GoText.of(value));
            case "d" -> value instanceof Long || value instanceof Integer ? value.toString() : wrong("d", value);
            case "t" -> value instanceof Boolean ? value.toString() : wrong("t", value);
            case "x" ->
                value instanceof Long || value instanceof Integer
                        ? Long.toHexString(((Number) value).longValue())
                        : wrong("x", value);
            case "f" ->
                value instanceof Number
                        ? new BigDecimal(value.toString())
                                .setScale(precision == null ? 6 : Integer.parseInt(precision), RoundingMode.HALF_EVEN)
                                .toPlainString()
                        : wrong("f", value);
            case "T" -> type(value);
            default -> wrong(verb.group(4), value);
        };
    }

    private static String wrong(String verb, @Nullable Object value) {
        return value == null ? "%!" + verb + "(<nil>)" : "%!" + verb + "(" + type(value) + "=" + GoText.of(value) + ")";
    }

    private static String type(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil>";
            case String _ -> "string";
            case Boolean _ -> "bool";
            case Long _, Integer _ -> "int64";
            case Number _ -> "float64";
            case java.util.Map<?, ?> _ -> "map[string]interface {}";
            default -> "[]interface {}";
        };
    }

    private static String padded(Matcher verb, String text) {
        int width = verb.group(2).isEmpty() ? 0 : Integer.parseInt(verb.group(2));
        int missing = Math.max(0, width - text.length());
        String flags = verb.group(1);
        if (flags.contains("-")) {
            return text + " ".repeat(missing);
        }
        return (flags.contains("0") ? "0" : " ").repeat(missing) + text;
    }
}
