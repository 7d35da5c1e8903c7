package drydock.sim.kubectl.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// YAML as `sigs.k8s.io/yaml` writes it: keys in order, lists not indented, strings quoted only where they must be,
/// long ones folded.
public final class YamlText {

    /// Where go-yaml begins to look for a blank to fold a plain or quoted string at.
    private static final int BEST_WIDTH = 80;

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    /// The document, with its line end.
    public static String of(@Nullable Object value) {
        YamlText text = new YamlText();
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> text.map(map, 0, false);
            case List<?> list when !list.isEmpty() -> text.list(list, 0, false);
            case null, default -> {
                text.value(value, 0);
                text.out.append('\n');
            }
        }
        return text.out.toString();
    }

    /// @param inItem whether the first key stands on the line of its list's dash
    private void map(Map<?, ?> map, int indent, boolean inItem) {
        boolean first = inItem;
        for (Map.Entry<String, @Nullable Object> entry : sorted(map).entrySet()) {
            if (!first) {
                out.repeat(' ', indent);
            }
            first = false;
            scalar(entry.getKey(), indent, true);
            out.append(':');
            field(entry.getValue(), indent);
        }
    }

    private void field(@Nullable Object value, int indent) {
        switch (value) {
            case Map<?, ?> map
            when !map.isEmpty() -> {
                out.append('\n');
                map(map, indent + 2, false);
            }
            case List<?> list
            when !list.isEmpty() -> {
                out.append('\n');
                list(list, indent, false);
            }
            case null, default -> {
                out.append(' ');
                value(value, indent);
                out.append('\n');
            }
        }
    }

    /// @param inItem whether the first dash stands on the line of another
    private void list(List<?> list, int indent, boolean inItem) {
        boolean first = inItem;
        for (Object item : list) {
            out.repeat(' ', first ? 0 : indent).append("- ");
            first = false;
            switch (item) {
                case Map<?, ?> map when !map.isEmpty() -> map(map, indent + 2, true);
                case List<?> inner when !inner.isEmpty() -> list(inner, indent + 2, true);
                case null, default -> {
                    value(item, indent);
                    out.append('\n');
                }
            }
        }
    }

    private void value(@Nullable Object value, int indent) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> _ -> out.append("{}");
            case List<?> _ -> out.append("[]");
            case Double number -> out.append(GoText.number(number));
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> scalar(value.toString(), indent, false);
        }
    }

    private void scalar(String text, int indent, boolean key) {
        switch (YamlStrings.styleOf(text, key)) {
            case PLAIN -> folded(text, indent, key);
            case SINGLE -> folded("'" + text.replace("'", "''") + "'", indent, key);
            case DOUBLE -> doubleQuoted(text, indent, key);
            case LITERAL -> literal(text, indent);
        }
    }

    /// Writes `text`, with a line break in place of the first single blank behind column 80, and so on.
    private void folded(String text, int indent, boolean key) {
        int column = out.length() - (out.lastIndexOf("\n") + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean single = c == ' '
                    && i > 0
                    && i < text.length() - 1
                    && text.charAt(i + 1) != ' '
                    && text.charAt(i - 1) != ' ';
            if (!key && single && column > BEST_WIDTH) {
                out.append('\n').repeat(' ', indent + 2);
                column = indent + 2;
            } else {
                out.append(c);
                column += Character.isLowSurrogate(c) ? 0 : 1;
            }
        }
    }

    private void doubleQuoted(String text, int indent, boolean key) {
        int lineStart = out.lastIndexOf("\n") + 1;
        out.append('"');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean single = c == ' ' && i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ';
            if (!key && single && out.codePointCount(lineStart, out.length()) > BEST_WIDTH) {
                out.append('\n');
                lineStart = out.length();
                out.repeat(' ', indent + 2).append(text.charAt(i + 1) == ' ' ? "\\" : "");
            } else {
                escaped(c);
            }
        }
        out.append('"');
    }

    private void escaped(int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case 0 -> out.append("\\0");
            case 0x7 -> out.append("\\a");
            case 0xb -> out.append("\\v");
            case 0x1b -> out.append("\\e");
            case 0x85 -> out.append("\\N");
            case 0x2028 -> out.append("\\L");
            case 0x2029 -> out.append("\\P");
            default -> {
                if (YamlStrings.mustEscape(c)) {
                    String form = c <= 0xff ? "\\x%02X" : c <= 0xffff ? "\\u%04X" : "\\U%08X";
                    out.append(String.format(Locale.ROOT, form, c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    private void literal(String text, int indent) {
        out.append('|');
        if (text.startsWith(" ") || text.startsWith("\n")) {
            out.append(2);
        }
        if (!text.endsWith("\n")) {
            out.append('-');
        } else if (text.endsWith("\n\n") || text.equals("\n")) {
            out.append('+');
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        for (String line : lines) {
            out.append('\n');
            if (!line.isEmpty()) {
                out.repeat(' ', indent + 2).append(line);
            }
        }
    }

    private static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>(YamlKeys.ORDER);
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        return sorted;
    }
}
