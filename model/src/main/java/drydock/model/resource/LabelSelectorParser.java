package drydock.model.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads a selector's text by the grammar of `apimachinery/pkg/labels/selector.go Parser`, with its
/// messages.
final class LabelSelectorParser {

    private static final String END = "";
    private static final String SYMBOLS = "=!(),><";
    private static final List<String> OPERATORS = List.of("in", "=", "==", ">", "<", "notin", "!=");

    private final List<String> tokens;
    private int at;

    LabelSelectorParser(String text) {
        tokens = tokens(text);
    }

    List<LabelRequirement> parse() {
        List<LabelRequirement> requirements = new ArrayList<>();
        while (!peek().equals(END)) {
            if (!isIdentifier(peek()) && !peek().equals("!")) {
                throw found(peek(), "!, identifier, or 'end of string'");
            }
            try {
                requirements.add(requirement());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("unable to parse requirement: " + e.getMessage(), e);
            }
            String next = next();
            if (next.equals(",") && !isIdentifier(peek()) && !peek().equals("!")) {
                throw found(peek(), "identifier after ','");
            }
            if (!next.equals(",") && !next.equals(END)) {
                throw found(next, "',' or 'end of string'");
            }
        }
        return requirements;
    }

    private LabelRequirement requirement() {
        boolean negated = peek().equals("!");
        if (negated) {
            at++;
        }
        String key = next();
        if (!isIdentifier(key)) {
            throw found(key, "identifier");
        }
        checked("key", key, Names.qualifiedNameProblems(key));
        if (negated) {
            return new LabelRequirement(key, LabelOperator.DOES_NOT_EXIST, List.of());
        }
        if (peek().equals(END) || peek().equals(",")) {
            return new LabelRequirement(key, LabelOperator.EXISTS, List.of());
        }
        String operator = next();
        return switch (operator) {
            case "in" -> new LabelRequirement(key, LabelOperator.IN, values(key));
            case "notin" -> new LabelRequirement(key, LabelOperator.NOT_IN, values(key));
            case "=" -> new LabelRequirement(key, LabelOperator.EQUALS, value(key));
            case "==" -> new LabelRequirement(key, LabelOperator.DOUBLE_EQUALS, value(key));
            case "!=" -> new LabelRequirement(key, LabelOperator.NOT_EQUALS, value(key));
            case ">" -> new LabelRequirement(key, LabelOperator.GREATER_THAN, number(value(key)));
            case "<" -> new LabelRequirement(key, LabelOperator.LESS_THAN, number(value(key)));
            default -> throw found(operator, String.join(", ", OPERATORS));
        };
    }

    private List<String> value(String key) {
        if (peek().equals(END) || peek().equals(",")) {
            return List.of("");
        }
        String value = next();
        if (!isIdentifier(value)) {
            throw found(value, "identifier");
        }
        checked("values[0][" + key + "]", value, Names.labelValueProblems(value));
        return List.of(value);
    }

    private List<String> values(String key) {
        if (!next().equals("(")) {
            throw found(tokens.get(at - 1), "'('");
        }
        Set<String> values = new TreeSet<>();
        boolean wanted = true;
        while (!peek().equals(")")) {
            String token = next();
            if (token.equals(",")) {
                if (wanted) {
                    values.add("");
                }
                wanted = true;
            } else if (isIdentifier(token) && wanted) {
                checked("values[" + values.size() + "][" + key + "]", token, Names.labelValueProblems(token));
                values.add(token);
                wanted = false;
            } else {
                throw found(token, "',', or ')'");
            }
        }
        at++;
        if (wanted && !values.isEmpty()) {
            values.add("");
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    "values: Invalid value: []: for 'in', 'notin' operators, values set " + "can't be empty");
        }
        return List.copyOf(values);
    }

    private static List<String> number(List<String> values) {
        if (!values.getFirst().matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException("values[0]: Invalid value: \"" + values.getFirst()
                    + "\": for 'Gt', 'Lt' operators, the value must be an integer");
        }
        return values;
    }

    private static void checked(String field, String value, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    field + ": Invalid value: \"" + value + "\": " + String.join("; ", problems));
        }
    }

    private static IllegalArgumentException found(String token, String expected) {
        return new IllegalArgumentException("found '" + token + "', expected: " + expected);
    }

    private static boolean isIdentifier(String token) {
        return !token.isEmpty() && SYMBOLS.indexOf(token.charAt(0)) < 0;
    }

    private String peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private String next() {
        String token = peek();
        at++;
        return token;
    }

    /// The text's words and symbols, ended by [#END].
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '=' || c == '!') {
                end += text.startsWith("=", end) ? 1 : 0;
                tokens.add(text.substring(at, end));
            } else if (SYMBOLS.indexOf(c) >= 0) {
                tokens.add(String.valueOf(c));
            } else if (!isSpace(c)) {
                while (end < text.length() && SYMBOLS.indexOf(text.charAt(end)) < 0 && !isSpace(text.charAt(end))) {
                    end++;
                }
                tokens.add(text.substring(at, end));
            }
            at = end;
        }
        tokens.add(END);
        return tokens;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
