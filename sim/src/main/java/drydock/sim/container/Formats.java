package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The formats of `printf` and the patterns of `grep` and `sed`.
final class Formats {

    private static final Pattern PLACE = Pattern.compile("%(-?0?\\d*(?:\\.\\d+)?)([sdifxcq%])");

    private Formats() {}

    /// `format` filled with `words`, again and again while there are some left.
    static String format(String format, List<String> words) {
        List<String> left = new ArrayList<>(words);
        StringBuilder out = new StringBuilder();
        boolean takes = PLACE.matcher(format).find();
        do {
            Matcher matcher = PLACE.matcher(format);
            while (matcher.find()) {
                boolean percent = matcher.group(2).equals("%");
                String value = percent || left.isEmpty() ? "" : left.removeFirst();
                matcher.appendReplacement(
                        out,
                        Matcher.quoteReplacement(
                                percent
                                        ? "%"
                                        : one(matcher.group(1), matcher.group(2).charAt(0), value)));
            }
            matcher.appendTail(out);
        } while (takes && !left.isEmpty());
        return out.toString();
    }

    private static String one(String width, char type, String value) {
        try {
            return switch (type) {
                case 'd', 'i' ->
                    String.format(Locale.ROOT, "%" + width + "d", value.isEmpty() ? 0 : Long.parseLong(value));
                case 'x' -> String.format(Locale.ROOT, "%" + width + "x", value.isEmpty() ? 0 : Long.parseLong(value));
                case 'f' ->
                    String.format(Locale.ROOT, "%" + width + "f", value.isEmpty() ? 0 : Double.parseDouble(value));
                case 'c' -> value.isEmpty() ? "" : value.substring(0, 1);
                default -> String.format(Locale.ROOT, "%" + width.replaceFirst("^0", "") + "s", value);
            };
        } catch (NumberFormatException _) {
            return "0";
        }
    }

    /// A basic regular expression as Java writes it: `\(`, `\+`, `\|` have a meaning, `(`, `+`, `|` have none.
    static String basicRegex(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                regex.append("(){}+?|".indexOf(next) >= 0 ? String.valueOf(next) : "\\" + next);
            } else if ("(){}+?|".indexOf(c) >= 0) {
                regex.append('\\').append(c);
            } else {
                regex.append(c);
            }
        }
        return regex.toString();
    }
}
