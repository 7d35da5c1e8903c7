package drydock.model.manifest;

import static drydock.model.manifest.SimpleText.END;
import static drydock.model.manifest.SimpleText.isBlankOrEnd;
import static drydock.model.manifest.SimpleText.notSimple;

import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Style;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads scalars on one line, and literal ones (`|`), for [SimpleYaml].
record SimpleScalars(SimpleText text) {

    /// How long a key may be; SnakeYAML has a bound above.
    private static final int LONGEST_KEY = 1000;

    private static final String NO_PLAIN_START = "?:,[]{}#&*!|>'\"%@`\n" + END;

    /// A plain or quoted scalar.
    ///
    /// @param flow whether it stands within brackets
    Scalar scalar(boolean flow) {
        return switch (text.next()) {
            case '"' -> doubleQuoted();
            case '\'' -> singleQuoted();
            default -> plain(flow);
        };
    }

    /// Whether the scalar that was just read is a key; goes behind its colon if so.
    boolean isKey(Scalar scalar) {
        if (text.next() != ':' || !isBlankOrEnd(text.peek(1))) {
            return false;
        }
        if (scalar.span().length() > LONGEST_KEY) {
            throw notSimple();
        }
        text.to(text.at() + 1);
        return true;
    }

    /// The name that a key has; a merge, or none, is not simple.
    String name(Scalar key) {
        return switch (key.value()) {
            case null -> throw notSimple();
            case String name when name.equals("<<") -> throw notSimple();
            case String name -> name;
            case Object value -> value.toString();
        };
    }

    /// What stands for a value that is left out at `place`.
    static Scalar none(TextSpan place) {
        return new Scalar(place, Optional.empty(), null, Style.PLAIN);
    }

    private Scalar plain(boolean flow) {
        int start = text.at();
        if (!startsPlain()) {
            throw notSimple();
        }
        int i = start;
        int end = start;
        for (char c = text.charAt(i); !endsPlain(c, i, flow); c = text.charAt(i)) {
            i++;
            if (c != ' ') {
                end = i;
            }
        }
        text.to(end);
        String written = text.next() == ':' ? text.word(start, end) : text.substring(start, end);
        Object value = YamlScalars.resolve(written);
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw notSimple();
        }
        return scalar(start, end, value, Style.PLAIN);
    }

    private boolean startsPlain() {
        char first = text.next();
        boolean isMarker =
                text.column() == 0 && (first == '-' || first == '.') && text.peek(1) == first && text.peek(2) == first;
        return !isMarker && NO_PLAIN_START.indexOf(first) < 0 && !(first == '-' && isBlankOrEnd(text.peek(1)));
    }

    private boolean endsPlain(char c, int at, boolean flow) {
        return switch (c) {
            case '\n', END -> true;
            case ':' -> isBlankOrEnd(text.charAt(at + 1)) || (flow && isBracket(text.charAt(at + 1)));
            case '#' -> text.charAt(at - 1) == ' ';
            case ',', '[', ']', '{', '}', '?' -> flow;
            default -> false;
        };
    }

    private static boolean isBracket(char c) {
        return ",[]{}".indexOf(c) >= 0;
    }

    private Scalar singleQuoted() {
        int start = text.at();
        int i = start + 1;
        boolean doubled = false;
        while (text.charAt(i) != '\'' || text.charAt(i + 1) == '\'') {
            requireOnLine(text.charAt(i));
            doubled |= text.charAt(i) == '\'';
            i += text.charAt(i) == '\'' ? 2 : 1;
        }
        text.to(i + 1);
        String written = text.substring(start + 1, i);
        return scalar(start, i + 1, doubled ? written.replace("''", "'") : written, Style.SINGLE_QUOTED);
    }

    private Scalar doubleQuoted() {
        int start = text.at();
        StringBuilder escaped = null;
        int copied = start + 1;
        int i = copied;
        for (; text.charAt(i) != '"'; i++) {
            requireOnLine(text.charAt(i));
            if (text.charAt(i) == '\\') {
                escaped = escaped == null ? new StringBuilder() : escaped;
                escaped.append(text.substring(copied, i)).append(escape(text.charAt(i + 1)));
                i++;
                copied = i + 1;
            }
        }
        text.to(i + 1);
        String last = text.substring(copied, i);
        return scalar(
                start, i + 1, escaped == null ? last : escaped.append(last).toString(), Style.DOUBLE_QUOTED);
    }

    private static char escape(char c) {
        return switch (c) {
            case '"', '\'', '\\' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> throw notSimple();
        };
    }

    private static void requireOnLine(char c) {
        if (c == '\n' || c == END) {
            throw notSimple();
        }
    }

    private Scalar scalar(int start, int end, @Nullable Object value, Style style) {
        return new Scalar(text.span(start, end), Optional.empty(), value, style);
    }

    /// A literal scalar, up to what follows it.
    ///
    /// @param parent the column of what it is in
    Scalar literal(int parent) {
        TextSpan start = text.span(text.at(), text.at());
        boolean strip = text.peek(1) == '-';
        text.to(text.at() + (strip ? 2 : 1));
        if (text.next() != '\n') {
            throw notSimple();
        }
        text.toNextLine();
        int indent = indentOfLine();
        if (indent <= parent || indent == 0) {
            throw notSimple();
        }
        StringBuilder value = new StringBuilder();
        TextSpan last = start;
        int breaks = 0;
        for (int here = indent; here >= indent || text.next() == '\n'; here = indentOfLine()) {
            if (here >= indent) {
                int from = text.at() + indent;
                text.toLineEnd();
                last = text.span(from, text.at());
                value.repeat('\n', breaks).append(text.substring(from, text.at()));
                breaks = 0;
            }
            if (text.next() == END) {
                throw notSimple();
            }
            breaks++;
            text.toNextLine();
        }
        text.toContent();
        return new Scalar(
                start.to(last), Optional.empty(), (strip ? value : value.append('\n')).toString(), Style.LITERAL);
    }

    /// How many blanks the line begins with; -1 for one that is empty.
    private int indentOfLine() {
        int i = text.at();
        while (text.charAt(i) == ' ') {
            i++;
        }
        int blanks = i - text.at();
        if (blanks > 0 && (text.charAt(i) == '\n' || text.charAt(i) == END)) {
            throw notSimple();
        }
        return text.charAt(i) == '\n' || text.charAt(i) == END ? -1 : blanks;
    }
}
