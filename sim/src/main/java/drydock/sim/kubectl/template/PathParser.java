package drydock.sim.kubectl.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one path (`client-go/util/jsonpath/parser.go`).
final class PathParser {

    private static final Pattern KEY = Pattern.compile("'([^']*)'");
    private static final Pattern SLICE = Pattern.compile("(-?\\d*)(:-?\\d*)?(:-?\\d*)?");
    private static final Pattern COMPARISON = Pattern.compile("([^!<>=]+)([!<>=]+)(.+?)", Pattern.DOTALL);
    private static final String ENDS_A_KEY = " \t\r\n.,[]$@{}";

    private final String text;
    private int at;

    private PathParser(String text) {
        this.text = text;
    }

    /// @throws BadTemplateException if it is none
    static List<PathStep> parse(String text) {
        return new PathParser(text).steps();
    }

    private List<PathStep> steps() {
        List<PathStep> steps = new ArrayList<>();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("[?(", at)) {
                steps.add(filter());
            } else if (text.startsWith("..", at)) {
                at += 2;
                steps.add(new PathStep.Recursive());
                if (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                    steps.add(key());
                }
            } else if (c == ' ' || c == '@' || c == '$') {
                at++;
            } else if (c == '[') {
                steps.add(array());
            } else if (c == '.') {
                at++;
                if (at < text.length() && text.charAt(at) != '[') {
                    steps.add(key());
                }
            } else {
                throw new BadTemplateException("unrecognized character in action: "
                        + String.format(java.util.Locale.ROOT, "U+%04X '%c'", (int) c, c));
            }
        }
        return steps;
    }

    private PathStep key() {
        StringBuilder name = new StringBuilder();
        while (at < text.length() && ENDS_A_KEY.indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at++));
        }
        return name.toString().equals("*") ? new PathStep.Wildcard() : new PathStep.Key(name.toString());
    }

    private PathStep array() {
        int end = at + 1;
        boolean quoted = false;
        while (end < text.length() && (quoted || text.charAt(end) != ']')) {
            quoted ^= text.charAt(end) == '\'';
            end++;
        }
        if (end == text.length()) {
            throw new BadTemplateException("unterminated array");
        }
        String inside = text.substring(at + 1, end).strip();
        at = end + 1;
        List<String> parts = commas(inside);
        if (parts.size() > 1) {
            return new PathStep.Union(
                    parts.stream().map(part -> parse("[" + part.strip() + "]")).toList());
        }
        Matcher key = KEY.matcher(inside);
        if (key.matches()) {
            return new PathStep.Key(key.group(1));
        }
        Matcher slice = SLICE.matcher(inside.equals("*") ? ":" : inside);
        if (inside.isEmpty() || !slice.matches()) {
            throw new BadTemplateException("invalid array index " + inside);
        }
        boolean fromKnown = !slice.group(1).isEmpty();
        int from = number(slice.group(1), 0);
        boolean single = slice.group(2) == null;
        boolean toKnown = single || slice.group(2).length() > 1;
        int to = single ? from + 1 : number(slice.group(2).substring(1), 0);
        int by = slice.group(3) == null ? 1 : number(slice.group(3).substring(1), 1);
        if (by == 0) {
            throw new BadTemplateException("step must be > 0");
        }
        return new PathStep.Slice(from, fromKnown, to, toKnown, by, single);
    }

    private static List<String> commas(String inside) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < inside.length(); i++) {
            quoted ^= inside.charAt(i) == '\'';
            if (inside.charAt(i) == ',' && !quoted) {
                parts.add(inside.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(inside.substring(from));
        return parts;
    }

    private static int number(String digits, int otherwise) {
        return digits.isEmpty() || digits.equals("-") ? otherwise : Integer.parseInt(digits);
    }

    private PathStep filter() {
        at += "[?(".length();
        int start = at;
        int depth = 1;
        char quote = 0;
        while (at < text.length() && depth > 0) {
            char c = text.charAt(at++);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        }
        if (depth > 0 || !text.startsWith("]", at)) {
            throw new BadTemplateException("unclosed array expect ]");
        }
        String inside = text.substring(start, at - 1);
        at++;
        Matcher comparison = COMPARISON.matcher(inside);
        if (!comparison.matches()) {
            return new PathStep.Filter(parse(inside.strip()), "exists", new PathStep.Operand.Literal(true));
        }
        return new PathStep.Filter(
                parse(comparison.group(1).strip()),
                comparison.group(2),
                operand(comparison.group(3).strip()));
    }

    private static PathStep.Operand operand(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        if (quoted) {
            return new PathStep.Operand.Literal(text.substring(1, text.length() - 1));
        }
        if (text.equals("true") || text.equals("false")) {
            return new PathStep.Operand.Literal(Boolean.valueOf(text));
        }
        if (text.matches("[+-]?\\d+(\\.\\d+)?")) {
            return new PathStep.Operand.Literal(new BigDecimal(text));
        }
        return new PathStep.Operand.Path(parse(text));
    }
}
