package drydock.sim.container;

import drydock.sim.container.ShellWord.Arithmetic;
import drydock.sim.container.ShellWord.Literal;
import drydock.sim.container.ShellWord.Part;
import drydock.sim.container.ShellWord.Substitution;
import drydock.sim.container.ShellWord.Variable;
import java.util.ArrayList;
import java.util.List;

/// Cuts a script into words and operators, with quotes, variables and substitutions understood.
final class ShellLexer {

    /// A word, or an operator (then `word` holds nothing); a line's end is the operator `\n`, the text's end `""`.
    record Token(String operator, ShellWord word, boolean isWord) {

        boolean is(String text) {
            return isWord ? word.plain().equals(text) : operator.equals(text);
        }
    }

    private static final List<String> OPERATORS = List.of(
            "&&", "||", ";;", ">>", ">&", "2>>", "2>&", "1>>", "1>&", "2>", "1>", "&", "|", ";", "(", ")", "<", ">",
            "\n");
    private static final ShellWord NONE = new ShellWord(List.of());

    private final String text;
    private int at;

    ShellLexer(String text) {
        this.text = text;
    }

    List<Token> tokens() throws ShellSyntaxException {
        List<Token> tokens = new ArrayList<>();
        while (skipBlanks()) {
            String operator = operator();
            if (operator.isEmpty()) {
                tokens.add(new Token("", word(), true));
            } else {
                at += operator.length();
                tokens.add(new Token(operator, NONE, false));
            }
        }
        tokens.add(new Token("", NONE, false));
        return tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at += 2;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return true;
            }
        }
        return false;
    }

    private String operator() {
        return OPERATORS.stream()
                .filter(o -> text.startsWith(o, at))
                .findFirst()
                .orElse("");
    }

    private ShellWord word() throws ShellSyntaxException {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        while (at < text.length() && " \t\r\n&|;()<>".indexOf(text.charAt(at)) < 0) {
            switch (text.charAt(at)) {
                case '\'' -> {
                    flush(plain, parts, false);
                    parts.add(new Literal(singleQuoted(), true));
                }
                case '"' -> {
                    flush(plain, parts, false);
                    doubleQuoted(parts);
                }
                case '\\' -> {
                    flush(plain, parts, false);
                    at++;
                    parts.add(new Literal(at < text.length() ? String.valueOf(text.charAt(at++)) : "\\", true));
                }
                case '$', '`' -> {
                    flush(plain, parts, false);
                    dollar(parts, plain, false);
                }
                default -> plain.append(text.charAt(at++));
            }
        }
        flush(plain, parts, false);
        return new ShellWord(parts);
    }

    private String singleQuoted() throws ShellSyntaxException {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            throw new ShellSyntaxException("unterminated quoted string");
        }
        String quoted = text.substring(at + 1, end);
        at = end + 1;
        return quoted;
    }

    private void doubleQuoted(List<Part> parts) throws ShellSyntaxException {
        StringBuilder quoted = new StringBuilder();
        int before = parts.size();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && "\"\\$`\n".indexOf(text.charAt(at + 1)) >= 0) {
                quoted.append(text.charAt(at + 1) == '\n' ? "" : text.charAt(at + 1));
                at += 2;
            } else if (c == '$' || c == '`') {
                flush(quoted, parts, true);
                dollar(parts, quoted, true);
            } else {
                quoted.append(c);
                at++;
            }
        }
        if (at >= text.length()) {
            throw new ShellSyntaxException("unterminated quoted string");
        }
        at++;
        if (!quoted.isEmpty() || parts.size() == before) {
            parts.add(new Literal(quoted.toString(), true));
        }
    }

    private void dollar(List<Part> parts, StringBuilder plain, boolean quoted) throws ShellSyntaxException {
        if (text.charAt(at) == '`') {
            int end = text.indexOf('`', at + 1);
            if (end < 0) {
                throw new ShellSyntaxException("unterminated backquote substitution");
            }
            parts.add(new Substitution(ShellParser.parse(text.substring(at + 1, end)), quoted));
            at = end + 1;
        } else if (text.startsWith("$((", at)) {
            int end = text.indexOf("))", at);
            if (end < 0) {
                throw new ShellSyntaxException("missing '))'");
            }
            parts.add(new Arithmetic(text.substring(at + 3, end)));
            at = end + 2;
        } else if (text.startsWith("$(", at)) {
            int end = closing(at + 1);
            parts.add(new Substitution(ShellParser.parse(text.substring(at + 2, end)), quoted));
            at = end + 1;
        } else if (text.startsWith("${", at)) {
            int end = text.indexOf('}', at);
            if (end < 0) {
                throw new ShellSyntaxException("missing '}'");
            }
            String inside = text.substring(at + 2, end);
            int fallback = inside.indexOf(":-");
            parts.add(new Variable(
                    fallback < 0 ? inside : inside.substring(0, fallback),
                    fallback < 0 ? "" : inside.substring(fallback + 2),
                    quoted));
            at = end + 1;
        } else {
            int end = at + 1;
            if (end < text.length() && "?$#@*!0123456789".indexOf(text.charAt(end)) >= 0) {
                end++;
            } else {
                while (end < text.length()
                        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                    end++;
                }
            }
            if (end == at + 1) {
                plain.append('$');
            } else {
                parts.add(new Variable(text.substring(at + 1, end), "", quoted));
            }
            at = end;
        }
    }

    /// Where the parenthesis that opens at `open` closes.
    private int closing(int open) throws ShellSyntaxException {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        throw new ShellSyntaxException("missing ')'");
    }

    private static void flush(StringBuilder plain, List<Part> parts, boolean quoted) {
        if (!plain.isEmpty()) {
            parts.add(new Literal(plain.toString(), quoted));
            plain.setLength(0);
        }
    }
}
