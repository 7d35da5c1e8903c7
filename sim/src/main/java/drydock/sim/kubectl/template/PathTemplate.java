package drydock.sim.kubectl.template;

import java.util.ArrayList;
import java.util.List;

/// Text with paths in braces: `{range PATH}…{end}` repeats, `{"\n"}` is text.
public final class PathTemplate {

    private final List<Part> parts;

    private sealed interface Part {
        record Text(String text) implements Part {}

        record Place(JsonPath path) implements Part {}

        record Range(JsonPath path, List<Part> body) implements Part {}
    }

    private PathTemplate(List<Part> parts) {
        this.parts = parts;
    }

    /// Reads a template.
    ///
    /// @throws BadTemplateException if it is none
    public static PathTemplate parse(String text) {
        return new PathTemplate(new Reader(text).parts(false));
    }

    /// What it prints of `root`.
    ///
    /// @throws BadTemplateException if a list has not the item it wants
    public String print(Object root) {
        StringBuilder out = new StringBuilder();
        print(parts, root, out);
        return out.toString();
    }

    private static void print(List<Part> parts, Object value, StringBuilder out) {
        for (Part part : parts) {
            switch (part) {
                case Part.Text(var text) -> out.append(text);
                case Part.Place(var path) -> out.append(JsonPath.joined(path.in(value)));
                case Part.Range(var path, var body) -> path.in(value).forEach(item -> print(body, item, out));
            }
        }
    }

    /// Reads a template from its beginning to its end.
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Part> parts(boolean inRange) {
            List<Part> parts = new ArrayList<>();
            while (at < text.length()) {
                int open = text.indexOf('{', at);
                if (open < 0) {
                    parts.add(new Part.Text(text.substring(at)));
                    at = text.length();
                    break;
                }
                if (open > at) {
                    parts.add(new Part.Text(text.substring(at, open)));
                }
                String action = action(open);
                if (action.equals("end")) {
                    if (!inRange) {
                        throw new BadTemplateException("not in range, nothing to end");
                    }
                    return parts;
                }
                parts.add(part(action));
            }
            if (inRange) {
                throw new BadTemplateException("unclosed range");
            }
            return parts;
        }

        private Part part(String action) {
            if (action.matches("range\\b.*")) {
                JsonPath path = new JsonPath(PathParser.parse(action.substring("range".length())));
                return new Part.Range(path, parts(true));
            }
            if (action.startsWith("\"") || action.startsWith("'")) {
                if (action.length() < 2 || action.charAt(action.length() - 1) != action.charAt(0)) {
                    throw new BadTemplateException("unterminated quoted string");
                }
                return new Part.Text(GoQuotes.unquote(action.substring(1, action.length() - 1)));
            }
            if (action.matches("[A-Za-z_]\\w*")) {
                throw new BadTemplateException("unrecognized identifier " + action);
            }
            return new Part.Place(new JsonPath(PathParser.parse(action)));
        }

        /// What stands between the brace at `open` and the one that closes it.
        private String action(int open) {
            char quote = 0;
            for (int i = open + 1; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quote != 0) {
                    quote = c == quote && text.charAt(i - 1) != '\\' ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '}') {
                    at = i + 1;
                    return text.substring(open + 1, i).strip();
                }
            }
            throw new BadTemplateException("unclosed action");
        }
    }
}
