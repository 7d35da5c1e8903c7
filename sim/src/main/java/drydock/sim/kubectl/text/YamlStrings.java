package drydock.sim.kubectl.text;

import java.util.Set;
import java.util.regex.Pattern;

/// How go-yaml v2 writes a string, so that reading it gives the string back (`yaml.v2 encode.go stringv`, `resolve.go`,
/// `emitterc.go yaml_emitter_analyze_scalar`).
final class YamlStrings {

    /// The ways to write a string.
    enum Style {
        PLAIN,
        SINGLE,
        DOUBLE,
        LITERAL
    }

    private static final Set<String> WORDS = Set.of(
            "", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE", "y", "Y", "yes", "Yes",
            "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", ".nan", ".NaN", ".NAN");
    private static final Pattern WHOLE =
            Pattern.compile("[-+]?(0[bB][01_]+|0[oO]?[0-7_]+|0[xX][0-9a-fA-F_]+|[1-9][0-9_]*|0)");
    private static final Pattern FRACTION =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)");
    private static final Pattern SIXTIES = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d?-\\d\\d?"
            + "([Tt]\\d\\d?:\\d\\d?:\\d\\d?(\\.\\d+)?(Z|[-+]\\d\\d:\\d\\d)| \\d\\d?:\\d\\d?:\\d\\d?(\\.\\d+)?)?");
    private static final String FIRST_INDICATORS = "#,[]{}&*!|>'\"%@`";

    private YamlStrings() {}

    /// @param key whether the string is the key of a map, which has to stay on its line
    static Style styleOf(String text, boolean key) {
        if (isSpecial(text) || text.contains(" \n")) {
            return Style.DOUBLE;
        }
        if (text.contains("\n")) {
            return key || text.endsWith(" ") ? Style.DOUBLE : Style.LITERAL;
        }
        if (meansSomethingElse(text)) {
            return Style.DOUBLE;
        }
        return isPlain(text) ? Style.PLAIN : Style.SINGLE;
    }

    private static boolean meansSomethingElse(String text) {
        return WORDS.contains(text)
                || WHOLE.matcher(text).matches()
                || (FRACTION.matcher(text.replace("_", "")).matches() && !text.startsWith("_"))
                || SIXTIES.matcher(text).matches()
                || DATE.matcher(text).matches();
    }

    /// Whether there are characters that only escapes can write.
    private static boolean isSpecial(String text) {
        return text.codePoints().anyMatch(c -> c != '\n' && mustEscape(c));
    }

    /// Whether `c` can only be written as an escape: no ASCII or Unicode text, or beyond the first 65,536.
    static boolean mustEscape(int c) {
        return c < ' '
                || (c >= 0x7f && c < 0xa0)
                || c == 0x2028
                || c == 0x2029
                || c == 0xfeff
                || (c >= 0xd800 && c < 0xe000)
                || c >= 0xfffe;
    }

    private static boolean isPlain(String text) {
        char first = text.charAt(0);
        if (text.startsWith(" ") || text.endsWith(" ") || text.startsWith("---") || text.startsWith("...")) {
            return false;
        }
        boolean blankFollows = text.length() == 1 || text.charAt(1) == ' ';
        if (FIRST_INDICATORS.indexOf(first) >= 0 || ("-?:".indexOf(first) >= 0 && blankFollows)) {
            return false;
        }
        return !text.contains(": ") && !text.endsWith(":") && !text.contains(" #");
    }
}
