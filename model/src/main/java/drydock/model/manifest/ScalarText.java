package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Style;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.reader.StreamReader;

/// Scalars as text that reads back as the same value of the same type, quoted only where that needs it.
final class ScalarText {

    /// What other readers of YAML 1.1 take for a date or a number of base 60; goyaml.v2 quotes it too
    /// (`encode.go`).
    private static final Pattern OTHERS_TYPES =
            Pattern.compile("\\d{4}-\\d\\d?-\\d\\d?([Tt ].*)?|[-+]?\\d[\\d_]*(:[0-5]?\\d)+(\\.[\\d_]*)?|<<|=");

    private ScalarText() {}

    /// A number, boolean or null.
    static String ofPlain(@Nullable Object value) {
        return value == null ? "null" : value.toString();
    }

    /// A string on one line.
    ///
    /// @param preferred the style to write it in if that can hold it; plain where quotes are not wanted
    /// @param quotes the quotes to take where a plain one would not be this string
    /// @param flow whether it stands within brackets
    static String of(String text, Style preferred, Style quotes, boolean flow) {
        if (preferred == Style.PLAIN && canBePlain(text, flow)) {
            return text;
        }
        Style wanted = preferred == Style.SINGLE_QUOTED || preferred == Style.DOUBLE_QUOTED ? preferred : quotes;
        boolean single = wanted == Style.SINGLE_QUOTED && isOneLine(text);
        return single ? "'" + text.replace("'", "''") + "'" : doubleQuoted(text);
    }

    /// Whether a `|` can hold the string: several lines, at most one line break at the end, no line that
    /// would get lost.
    static boolean canBeLiteral(String text) {
        return text.indexOf('\n') >= 0
                && !text.isBlank()
                && " \t\n".indexOf(text.charAt(0)) < 0
                && !text.endsWith("\n\n")
                && text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank())
                && text.chars().noneMatch(c -> c == '\r' || isOtherBreak(c) || c == '\uFEFF')
                && isPrintable(text);
    }

    /// The string as a `|` with its lines indented by `indent`, without a line break at the end.
    static String literal(String text, int indent, String lineEnd) {
        StringBuilder out = new StringBuilder(text.endsWith("\n") ? "|" : "|-");
        text.lines().forEach(line -> {
            out.append(lineEnd);
            if (!line.isEmpty()) {
                out.repeat(' ', indent).append(line);
            }
        });
        return out.toString();
    }

    private static boolean canBePlain(String text, boolean flow) {
        if (text.isEmpty() || !text.equals(YamlScalars.resolve(text)) || !isOneLine(text)) {
            return false;
        }
        char first = text.charAt(0);
        boolean startsPlain = ",[]{}#&*!|>'\"%@`?: ".indexOf(first) < 0
                && !(first == '-' && (text.length() == 1 || text.charAt(1) == ' '))
                && !text.startsWith("---")
                && !text.startsWith("...");
        return startsPlain
                && !text.endsWith(" ")
                && !text.endsWith(":")
                && !text.contains(": ")
                && !text.contains(" #")
                && !(flow && text.chars().anyMatch(c -> ",[]{}:?".indexOf(c) >= 0))
                && !OTHERS_TYPES.matcher(text).matches();
    }

    private static boolean isOneLine(String text) {
        return text.chars().noneMatch(c -> c < ' ' || isOtherBreak(c) || c == '\uFEFF') && isPrintable(text);
    }

    private static boolean isPrintable(String text) {
        return text.codePoints().allMatch(c -> StreamReader.isPrintable(c) && !Character.isSurrogate((char) c));
    }

    private static boolean isOtherBreak(int c) {
        return c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static String doubleQuoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || isOtherBreak(c) || c == '\uFEFF' || !StreamReader.isPrintable(c)) {
                        out.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
