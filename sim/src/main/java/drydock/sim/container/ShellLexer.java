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
            "&&", "||", ";;", "<<-", "<<", "<&", "0<", ">>", ">&", ">|", "2>>", "2>&", "1>>", "1>&", "2>", "1>", "&>",
            "&", "|", ";", "(", ")", "<", ">", "\n");
    private static final ShellWord NONE = new ShellWord(List.of());

    private final String text;
    private boolean open;
    private final List<Integer> hereDocuments = new ArrayList<>();
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
                continue;
            }
            at += operator.length();
            tokens.add(new Token(operator, NONE, false));
            if (operator.startsWith("<<")) {
                hereDocuments.add(tokens.size());
            } else if (operator.equals("\n")) {
                readHereDocuments(tokens);
            }
        }
        readHereDocuments(tokens);
        tokens.add(new Token("", NONE, false));
        return tokens;
    }

    /// Whether a here-document, as far as was read, had no end: it goes up to the end of the text.
    boolean isOpen() {
        return open;
    }

    /// Behind the line that names them stand the documents; each takes the place of the word that ends it.
    private void readHereDocuments(List<Token> tokens) throws ShellSyntaxException {
        for (int index : hereDocuments) {
            if (index < tokens.size() && tokens.get(index).isWord()) {
                ShellWord end = tokens.get(index).word();
                boolean tabs = tokens.get(index - 1).operator().equals("<<-");
                tokens.set(index, new Token("", hereDocument(end, tabs), true));
            }
        }
        hereDocuments.clear();
    }

    private ShellWord hereDocument(ShellWord end, boolean tabs) throws ShellSyntaxException {
        StringBuilder name = new StringBuilder();
        for (Part part : end.parts()) {
            name.append(part instanceof Literal(var piece, var _) ? piece : "");
        }
        StringBuilder body = new StringBuilder();
        boolean closed = false;
        while (at < text.length()) {
            int stop = text.indexOf('\n', at);
            String line = text.substring(at, stop < 0 ? text.length() : stop);
            at = stop < 0 ? text.length() : stop + 1;
            String plain = tabs ? line.replaceFirst("^\t+", "") : line;
            if (plain.contentEquals(name)) {
                closed = true;
                break;
            }
            body.append(plain).append('\n');
        }
        open |= !closed;
        if (end.quoted()) {
            return new ShellWord(List.of(new Literal(body.toString(), true)));
        }
        return quoted(body.toString());
    }

    /// `text` as it is between double quotes.
    private static ShellWord quoted(String text) throws ShellSyntaxException {
        ShellLexer inner = new ShellLexer(text);
        List<Part> parts = new ArrayList<>();
        inner.quotedUntil((char) 0, parts);
        return new ShellWord(parts);
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
            throw ShellSyntaxException.unfinished("unterminated quoted string");
        }
        String quoted = text.substring(at + 1, end);
        at = end + 1;
        return quoted;
    }

    private void doubleQuoted(List<Part> parts) throws ShellSyntaxException {
        at++;
        quotedUntil('"', parts);
        if (at >= text.length()) {
            throw ShellSyntaxException.unfinished("unterminated quoted string");
        }
        at++;
    }

    private void quotedUntil(char end, List<Part> parts) throws ShellSyntaxException {
        StringBuilder quoted = new StringBuilder();
        int before = parts.size();
        while (at < text.length() && (end == 0 || text.charAt(at) != end)) {
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
        if (!quoted.isEmpty() || parts.size() == before) {
            parts.add(new Literal(quoted.toString(), true));
        }
    }

    private void dollar(List<Part> parts, StringBuilder plain, boolean quoted) throws ShellSyntaxException {
        if (text.charAt(at) == '`') {
            int end = text.indexOf('`', at + 1);
            if (end < 0) {
                throw ShellSyntaxException.unfinished("unterminated backquote substitution");
            }
            parts.add(new Substitution(ShellParser.parse(text.substring(at + 1, end)), quoted));
            at = end + 1;
        } else if (text.startsWith("$((", at)) {
            int end = closing(at + 1, '(', ')');
            if (!text.startsWith("))", end - 1)) {
                throw ShellSyntaxException.unfinished("missing '))'");
            }
            parts.add(new Arithmetic(text.substring(at + 3, end - 1)));
            at = end + 1;
        } else if (text.startsWith("$(", at)) {
            int end = closing(at + 1, '(', ')');
            parts.add(new Substitution(ShellParser.parse(text.substring(at + 2, end)), quoted));
            at = end + 1;
        } else if (text.startsWith("${", at)) {
            int end = closing(at + 1, '{', '}');
            parts.add(parameter(text.substring(at + 2, end), quoted));
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
                parts.add(new Variable(text.substring(at + 1, end), "", ShellWord.EMPTY, quoted));
            }
            at = end;
        }
    }

    /// What stands between the braces of `${…}`.
    private static Variable parameter(String inside, boolean quoted) throws ShellSyntaxException {
        if (inside.startsWith("#") && inside.length() > 1) {
            return new Variable(inside.substring(1), "length", ShellWord.EMPTY, quoted);
        }
        int name = 0;
        while (name < inside.length()
                && (Character.isLetterOrDigit(inside.charAt(name)) || inside.charAt(name) == '_')) {
            name++;
        }
        name = name == 0 && !inside.isEmpty() ? 1 : name;
        String rest = inside.substring(name);
        for (String operator : new String[] {":-", ":=", ":+", ":?", "##", "%%", "#", "%", "-", "=", "+", "?"}) {
            if (rest.startsWith(operator)) {
                ShellWord other = quoted(rest.substring(operator.length()).replaceAll("^\"(.*)\"$", "$1"));
                return new Variable(inside.substring(0, name), operator, other, quoted);
            }
        }
        if (!rest.isEmpty()) {
            throw new ShellSyntaxException("bad substitution");
        }
        return new Variable(inside, "", ShellWord.EMPTY, quoted);
    }

    /// Where what opens at `open` closes.
    private int closing(int open, char opening, char shutting) throws ShellSyntaxException {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\\') {
                i++;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == opening) {
                depth++;
            } else if (c == shutting && --depth == 0) {
                return i;
            }
        }
        throw ShellSyntaxException.unfinished("missing '" + shutting + "'");
    }

    private static void flush(StringBuilder plain, List<Part> parts, boolean quoted) {
        if (!plain.isEmpty()) {
            parts.add(new Literal(plain.toString(), quoted));
            plain.setLength(0);
        }
    }
}
