package drydock.model.assist;

import drydock.model.resource.FieldType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// How a document is written, so that what is completed looks like the rest.
///
/// @param width the columns by which a mapping is indented
/// @param dashIndent the columns by which dashes are indented below their key
/// @param json whether keys and strings are quoted
record RoughStyle(int width, int dashIndent, boolean json) {

    /// Texts that are strings without quotes, whatever YAML's version.
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:y|n|yes|no|on|off|true|false|null|nan|inf)$)" + "[A-Za-z/](?:[\\w./-]|:(?=[\\w/]))*");

    static RoughStyle of(RoughNode document, String text) {
        int width = 0;
        int dashes = -1;
        Deque<RoughNode> open = new ArrayDeque<>();
        open.push(document);
        while (!open.isEmpty() && (width == 0 || dashes < 0)) {
            RoughNode node = open.pop();
            for (RoughNode child : node.children()) {
                int indent = child.column() - node.column();
                if (!node.flow && !node.isItem() && node.column() >= 0) {
                    dashes = child.isItem() && dashes < 0 ? indent : dashes;
                    width = !child.isItem() && width == 0 && indent > 0 ? indent : width;
                }
                open.add(child);
            }
        }
        boolean json = document.flow && document.valueStart >= 0 && text.charAt(document.valueStart) == '{';
        return new RoughStyle(width == 0 ? 2 : width, Math.max(dashes, 0), json);
    }

    /// A key that stands at `column`, with what follows up to where its value is to be typed.
    ///
    /// @param keepsValue whether a colon and a value follow already
    String key(String name, FieldType type, int column, boolean flow, boolean keepsValue) {
        String written = json ? quoted(name) : PLAIN.matcher(name).matches() ? name : quoted(name);
        if (keepsValue) {
            return written;
        }
        if (flow) {
            return written + ": ";
        }
        return switch (type) {
            case FieldType.ObjectOf _, FieldType.MapOf _ -> written + ":\n" + " ".repeat(column + width);
            case FieldType.ListOf _ -> written + ":\n" + " ".repeat(column + dashIndent) + "- ";
            case FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _,
                    FieldType.Anything _ -> written + ": ";
        };
    }

    /// A value, in quotes where it needs them.
    ///
    /// @param asText whether it has to be a string
    String value(String value, boolean asText) {
        boolean quotes = asText && (json || !PLAIN.matcher(value).matches());
        return quotes ? quoted(value) : value;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
