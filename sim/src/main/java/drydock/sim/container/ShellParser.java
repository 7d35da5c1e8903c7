package drydock.sim.container;

import drydock.sim.container.ShellLexer.Token;
import drydock.sim.container.ShellNode.Assignment;
import drydock.sim.container.ShellNode.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a POSIX shell script, as far as scripts in manifests go: lists, pipes, `&&`, `||`, `if`, `while`, `until`,
/// `for`, `case`, functions, groups, redirections, here-documents, quotes, variables and substitutions.
final class ShellParser {

    private static final Set<String> ENDS = Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}");
    private static final int MAX_DEPTH = 200;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private ShellParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static ShellNode parse(String script) throws ShellSyntaxException {
        return parse(new ShellLexer(script).tokens());
    }

    /// The same of lines that more may follow: a here-document without its end is unfinished, too.
    static ShellNode parseLines(String lines) throws ShellSyntaxException {
        ShellLexer lexer = new ShellLexer(lines);
        List<Token> tokens = lexer.tokens();
        if (lexer.isOpen()) {
            throw ShellSyntaxException.unfinished("unterminated here-document");
        }
        return parse(tokens);
    }

    private static ShellNode parse(List<Token> tokens) throws ShellSyntaxException {
        ShellParser parser = new ShellParser(tokens);
        ShellNode node = parser.sequence();
        if (!parser.atEnd()) {
            throw parser.unexpected();
        }
        return node;
    }

    private ShellNode sequence() throws ShellSyntaxException {
        if (++depth > MAX_DEPTH) {
            throw new ShellSyntaxException("nested too deeply");
        }
        List<ShellNode> nodes = new ArrayList<>();
        skipSeparators();
        while (!atEnd()
                && !isOperator(")")
                && !isOperator(";;")
                && !(peek().isWord() && ENDS.contains(peek().word().plain()))) {
            ShellNode node = either();
            if (peek().is("&")) {
                node = new ShellNode.Background(node);
                at++;
            } else if (!peek().is(";") && !peek().is("\n") && !atEnd() && !isOperator(")") && !isOperator(";;")) {
                throw unexpected();
            }
            nodes.add(node);
            skipSeparators();
        }
        depth--;
        return nodes.size() == 1 ? nodes.getFirst() : new ShellNode.Sequence(List.copyOf(nodes));
    }

    private ShellNode either() throws ShellSyntaxException {
        ShellNode left = pipeline();
        while (peek().is("&&") || peek().is("||")) {
            boolean and = next().is("&&");
            skipLines();
            left = new ShellNode.Either(left, and, pipeline());
        }
        return left;
    }

    private ShellNode pipeline() throws ShellSyntaxException {
        boolean not = peek().isWord() && peek().is("!");
        if (not) {
            at++;
        }
        List<ShellNode> stages = new ArrayList<>(List.of(command()));
        while (peek().is("|")) {
            at++;
            skipLines();
            stages.add(command());
        }
        ShellNode node = stages.size() == 1 ? stages.getFirst() : new ShellNode.Pipeline(List.copyOf(stages));
        return not ? new ShellNode.Not(node) : node;
    }

    private ShellNode command() throws ShellSyntaxException {
        if (!peek().isWord()) {
            if (!peek().is("(")) {
                throw unexpected();
            }
            at++;
            ShellNode group = sequence();
            expect(")");
            return redirected(new ShellNode.Subshell(group));
        }
        return switch (peek().word().plain()) {
            case "if" -> redirected(ifCommand());
            case "while" -> redirected(loop(false));
            case "until" -> redirected(loop(true));
            case "for" -> redirected(forCommand());
            case "case" -> redirected(caseCommand());
            case "{" -> {
                at++;
                ShellNode group = sequence();
                expect("}");
                yield redirected(group);
            }
            default -> simple();
        };
    }

    private ShellNode ifCommand() throws ShellSyntaxException {
        at++;
        ShellNode condition = sequence();
        expect("then");
        ShellNode then = sequence();
        if (peek().is("elif")) {
            return new ShellNode.If(condition, then, ifCommand());
        }
        ShellNode otherwise = new ShellNode.Sequence(List.of());
        if (peek().is("else")) {
            at++;
            otherwise = sequence();
        }
        expect("fi");
        return new ShellNode.If(condition, then, otherwise);
    }

    private ShellNode loop(boolean until) throws ShellSyntaxException {
        at++;
        ShellNode condition = sequence();
        return new ShellNode.Loop(condition, until, body());
    }

    private ShellNode forCommand() throws ShellSyntaxException {
        at++;
        String variable = next().word().plain();
        List<ShellWord> words = new ArrayList<>();
        skipLines();
        boolean over = peek().isWord() && peek().is("in");
        if (over) {
            at++;
            while (peek().isWord()) {
                words.add(next().word());
            }
        }
        skipSeparators();
        return new ShellNode.For(variable, over, List.copyOf(words), body());
    }

    private ShellNode caseCommand() throws ShellSyntaxException {
        at++;
        ShellWord word = next().word();
        skipLines();
        if (!peek().is("in")) {
            throw unexpected();
        }
        at++;
        skipSeparators();
        List<ShellNode.Branch> branches = new ArrayList<>();
        while (!peek().is("esac")) {
            if (isOperator("(")) {
                at++;
            }
            List<ShellWord> patterns = new ArrayList<>();
            do {
                if (!peek().isWord()) {
                    throw unexpected();
                }
                patterns.add(next().word());
            } while (next().is("|"));
            at--;
            if (!isOperator(")")) {
                throw unexpected();
            }
            at++;
            branches.add(new ShellNode.Branch(List.copyOf(patterns), sequence()));
            if (isOperator(";;")) {
                at++;
            } else if (!peek().is("esac")) {
                throw unexpected();
            }
            skipSeparators();
        }
        at++;
        return new ShellNode.Case(word, List.copyOf(branches));
    }

    private ShellNode body() throws ShellSyntaxException {
        expect("do");
        ShellNode body = sequence();
        expect("done");
        return body;
    }

    private ShellNode simple() throws ShellSyntaxException {
        List<Assignment> assignments = new ArrayList<>();
        List<ShellWord> words = new ArrayList<>();
        List<Redirect> redirects = new ArrayList<>();
        while (peek().isWord() || isRedirect()) {
            if (isRedirect()) {
                redirects.add(redirect());
            } else {
                ShellWord word = next().word();
                if (words.isEmpty() && isOperator("(") && word.plain().matches("[A-Za-z_][\\w-]*")) {
                    at++;
                    expect(")");
                    skipLines();
                    return new ShellNode.Function(word.plain(), command());
                }
                Assignment assignment = words.isEmpty() ? assignment(word) : null;
                if (assignment == null) {
                    words.add(word);
                } else {
                    assignments.add(assignment);
                }
            }
        }
        ShellNode node = new ShellNode.Simple(List.copyOf(assignments), List.copyOf(words));
        return redirects.isEmpty() ? node : new ShellNode.Redirected(node, List.copyOf(redirects));
    }

    private static @Nullable Assignment assignment(ShellWord word) {
        if (word.parts().isEmpty()
                || !(word.parts().getFirst() instanceof ShellWord.Literal(var text, var quoted))
                || quoted
                || !text.matches("(?s)[A-Za-z_]\\w*=.*")) {
            return null;
        }
        int equals = text.indexOf('=');
        List<ShellWord.Part> value = new ArrayList<>(word.parts());
        value.set(0, new ShellWord.Literal(text.substring(equals + 1), false));
        return new Assignment(text.substring(0, equals), new ShellWord(value));
    }

    private ShellNode redirected(ShellNode node) throws ShellSyntaxException {
        List<Redirect> redirects = new ArrayList<>();
        while (isRedirect()) {
            redirects.add(redirect());
        }
        return redirects.isEmpty() ? node : new ShellNode.Redirected(node, List.copyOf(redirects));
    }

    private boolean isRedirect() {
        return !peek().isWord() && peek().operator().matches("[012]?(>>|>&|>\\||>|<&|<<-|<<|<)|&>");
    }

    private Redirect redirect() throws ShellSyntaxException {
        String operator = next().operator();
        boolean numbered = Character.isDigit(operator.charAt(0));
        int descriptor = numbered ? operator.charAt(0) - '0' : operator.startsWith("<") ? 0 : 1;
        if (!peek().isWord()) {
            throw unexpected();
        }
        String plain = numbered ? operator.substring(1) : operator;
        String usual = plain.equals(">|") ? ">" : plain.equals("<<-") ? "<<" : plain;
        return new Redirect(descriptor, usual, next().word());
    }

    private boolean isOperator(String text) {
        return !peek().isWord() && peek().operator().equals(text);
    }

    private void expect(String text) throws ShellSyntaxException {
        skipSeparators();
        if (!peek().is(text)) {
            throw unexpected();
        }
        at++;
    }

    private void skipSeparators() {
        while (peek().is(";") || peek().is("\n")) {
            at++;
        }
    }

    private void skipLines() {
        while (peek().is("\n")) {
            at++;
        }
    }

    private boolean atEnd() {
        return !peek().isWord() && peek().operator().isEmpty();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(atEnd() ? at : at++);
    }

    private ShellSyntaxException unexpected() {
        String what = atEnd()
                ? "end of file"
                : peek().isWord()
                        ? "\"" + peek().word().plain() + "\""
                        : peek().is("\n") ? "newline" : "\"" + peek().operator() + "\"";
        String why = "syntax error: unexpected " + what;
        return atEnd() ? ShellSyntaxException.unfinished(why) : new ShellSyntaxException(why);
    }
}
