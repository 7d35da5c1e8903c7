package drydock.sim.kubectl.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON as Go's `encoding/json` writes it: keys in order, and `<`, `>`, `&` escaped.
public final class JsonText {

    private static final String STEP = "    ";

    private final StringBuilder out = new StringBuilder();
    private final boolean indented;

    private JsonText(boolean indented) {
        this.indented = indented;
    }

    /// On one line, without blanks.
    public static String compact(@Nullable Object value) {
        JsonText text = new JsonText(false);
        text.write(value, 0);
        return text.out.toString();
    }

    /// On many lines, indented by four blanks, without a line end.
    public static String indented(@Nullable Object value) {
        JsonText text = new JsonText(true);
        text.write(value, 0);
        return text.out.toString();
    }

    private void write(@Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> writeMap(map, depth);
            case List<?> list -> writeList(list, depth);
            case Double number -> out.append(GoText.number(number));
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> writeString(value.toString());
        }
    }

    private void writeMap(Map<?, ?> map, int depth) {
        out.append('{');
        String before = "";
        for (Map.Entry<String, @Nullable Object> entry : sorted(map).entrySet()) {
            out.append(before);
            newLine(depth + 1);
            writeString(entry.getKey());
            out.append(indented ? ": " : ":");
            write(entry.getValue(), depth + 1);
            before = ",";
        }
        if (!map.isEmpty()) {
            newLine(depth);
        }
        out.append('}');
    }

    private void writeList(List<?> list, int depth) {
        out.append('[');
        String before = "";
        for (Object item : list) {
            out.append(before);
            newLine(depth + 1);
            write(item, depth + 1);
            before = ",";
        }
        if (!list.isEmpty()) {
            newLine(depth);
        }
        out.append(']');
    }

    private void newLine(int depth) {
        if (indented) {
            out.append('\n').repeat(STEP, depth);
        }
    }

    private void writeString(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '<', '>', '&', '\u2028', '\u2029' -> escape(c);
                default -> {
                    if (c < ' ') {
                        escape(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void escape(char c) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    }

    public static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        return sorted;
    }
}
