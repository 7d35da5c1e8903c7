package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Style;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes values in a document's style.
///
/// @param style how the document is written
/// @param strings how strings are quoted that need no quotes: plain, or as the neighbours are
record YamlWriter(YamlStyle style, Style strings) {

    /// The value within brackets, or alone on a line.
    String flow(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        flow(out, value, true);
        return out.toString();
    }

    /// A key, without its colon.
    String key(String name, boolean flow) {
        return ScalarText.of(name, style.json() ? Style.DOUBLE_QUOTED : Style.PLAIN, style.quotes(), flow);
    }

    /// A mapping or list that is not empty, over several lines; the first line is not indented.
    ///
    /// @param indent the column, from 0, where it stands
    String block(Object value, int indent) {
        StringBuilder out = new StringBuilder();
        block(out, value, indent);
        return out.toString();
    }

    /// What follows the colon of a key that stands at column `indent`, or begins a line.
    String afterKey(@Nullable Object value, int indent) {
        StringBuilder out = new StringBuilder();
        afterKey(out, value, indent);
        return out.toString();
    }

    static boolean isNested(@Nullable Object value) {
        return (value instanceof Map<?, ?> map && !map.isEmpty()) || (value instanceof List<?> list && !list.isEmpty());
    }

    private void block(StringBuilder out, Object value, int indent) {
        String line = "";
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(line).append(key((String) entry.getKey(), false)).append(':');
                afterKey(out, entry.getValue(), indent);
                line = style.lineEnd() + " ".repeat(indent);
            }
        } else if (value instanceof List<?> list) {
            for (Object item : list) {
                out.append(line).append("- ");
                if (isNested(item)) {
                    block(out, item, indent + 2);
                } else {
                    scalar(out, item, indent + 2);
                }
                line = style.lineEnd() + " ".repeat(indent);
            }
        }
    }

    private void afterKey(StringBuilder out, @Nullable Object value, int indent) {
        if (isNested(value)) {
            int inner = indent + (value instanceof Map ? style.width() : style.dashIndent());
            out.append(style.lineEnd()).repeat(' ', inner);
            block(out, value, inner);
        } else {
            out.append(' ');
            scalar(out, value, indent + style.width());
        }
    }

    /// @param indent where the lines of a `|` would stand
    void scalar(StringBuilder out, @Nullable Object value, int indent) {
        if (value instanceof String text && ScalarText.canBeLiteral(text)) {
            out.append(ScalarText.literal(text, indent, style.lineEnd()));
        } else {
            flow(out, value, false);
        }
    }

    private void flow(StringBuilder out, @Nullable Object value, boolean inBrackets) {
        String separator = "";
        switch (value) {
            case Map<?, ?> map -> {
                out.append('{');
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.append(separator)
                            .append(key((String) entry.getKey(), true))
                            .append(": ");
                    flow(out, entry.getValue(), true);
                    separator = ", ";
                }
                out.append('}');
            }
            case List<?> list -> {
                out.append('[');
                for (Object item : list) {
                    out.append(separator);
                    flow(out, item, true);
                    separator = ", ";
                }
                out.append(']');
            }
            case String text ->
                out.append(
                        ScalarText.of(text, style.json() ? Style.DOUBLE_QUOTED : strings, style.quotes(), inBrackets));
            case null, default -> out.append(ScalarText.ofPlain(value));
        }
    }
}
