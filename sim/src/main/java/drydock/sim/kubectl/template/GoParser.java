package drydock.sim.kubectl.template;

import drydock.sim.kubectl.template.GoPipeline.Operand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a Go template (`text/template/parse`).
final class GoParser {

    private final String text;
    private int at;
    private boolean trims;

    /// What ended a list of nodes: `end`, `else`, `else if …`, or nothing.
    private String ending = "";

    GoParser(String text) {
        this.text = text;
    }

    /// @throws BadTemplateException if it is none
    List<GoNode> parse() {
        List<GoNode> nodes = nodes();
        if (!ending.isEmpty()) {
            throw new BadTemplateException("unexpected {{" + ending + "}}");
        }
        return nodes;
    }

    private List<GoNode> nodes() {
        List<GoNode> nodes = new ArrayList<>();
        ending = "";
        while (at < text.length()) {
            int open = text.indexOf("{{", at);
            addText(nodes, open < 0 ? text.length() : open);
            if (open < 0) {
                return nodes;
            }
            String action = action(open);
            if (action.equals("end") || action.matches("else(\\s.*)?")) {
                ending = action;
                return nodes;
            }
            if (!action.startsWith("/*")) {
                nodes.add(node(action));
            }
        }
        return nodes;
    }

    private void addText(List<GoNode> nodes, int end) {
        String piece = text.substring(at, end);
        piece = trims ? piece.stripLeading() : piece;
        boolean trimsBefore = text.startsWith("{{- ", end);
        piece = trimsBefore ? piece.stripTrailing() : piece;
        if (!piece.isEmpty()) {
            nodes.add(new GoNode.Text(piece));
        }
        at = end;
    }

    private String action(int open) {
        int from = text.startsWith("{{- ", open) ? open + 3 : open + 2;
        int close = closing(from);
        trims = text.startsWith(" -", close - 2);
        at = close + 2;
        return text.substring(from, trims ? close - 2 : close).strip();
    }

    private int closing(int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote && text.charAt(i - 1) != '\\' ? 0 : quote;
            } else if (c == '"' || c == '`') {
                quote = c;
            } else if (text.startsWith("}}", i)) {
                return i;
            }
        }
        throw new BadTemplateException("unclosed action");
    }

    private GoNode node(String action) {
        GoTokens tokens = new GoTokens(action);
        return switch (tokens.peek()) {
            case "if" -> {
                tokens.next();
                yield conditional(tokens);
            }
            case "with" -> {
                tokens.next();
                Optional<String> variable = declared(tokens);
                GoPipeline value = pipeline(tokens, action);
                List<GoNode> then = nodes();
                yield new GoNode.With(variable, value, then, otherwise());
            }
            case "range" -> {
                tokens.next();
                yield range(tokens, action);
            }
            default -> action(tokens, action);
        };
    }

    private GoNode action(GoTokens tokens, String action) {
        boolean assigns = tokens.peek().startsWith("$") && List.of(":=", "=").contains(tokens.peek(1));
        if (!assigns) {
            return new GoNode.Action(Optional.empty(), false, pipeline(tokens, action));
        }
        String name = tokens.next();
        boolean declares = tokens.next().equals(":=");
        return new GoNode.Action(Optional.of(name), declares, pipeline(tokens, action));
    }

    private GoNode conditional(GoTokens tokens) {
        GoPipeline condition = pipeline(tokens, "if");
        List<GoNode> then = nodes();
        return new GoNode.If(condition, then, otherwise());
    }

    private GoNode range(GoTokens tokens, String action) {
        Optional<String> key = Optional.empty();
        Optional<String> item = Optional.empty();
        if (tokens.peek().startsWith("$") && tokens.peek(1).equals(",")) {
            key = Optional.of(tokens.next());
            tokens.next();
            item = Optional.of(tokens.next());
            tokens.next();
        } else {
            item = declared(tokens);
        }
        GoPipeline values = pipeline(tokens, action);
        List<GoNode> body = nodes();
        return new GoNode.Range(key, item, values, body, otherwise());
    }

    /// What follows an `else`, up to its `end`.
    private List<GoNode> otherwise() {
        if (ending.equals("end")) {
            ending = "";
            return List.of();
        }
        if (ending.isEmpty()) {
            throw new BadTemplateException("unexpected EOF");
        }
        String rest = ending.substring("else".length()).strip();
        if (rest.isEmpty()) {
            List<GoNode> nodes = nodes();
            if (!ending.equals("end")) {
                throw new BadTemplateException(ending.isEmpty() ? "unexpected EOF" : "expected end; found {{else}}");
            }
            ending = "";
            return nodes;
        }
        return List.of(node(rest));
    }

    private static Optional<String> declared(GoTokens tokens) {
        if (tokens.peek().startsWith("$") && tokens.peek(1).equals(":=")) {
            String name = tokens.next();
            tokens.next();
            return Optional.of(name);
        }
        return Optional.empty();
    }

    private static GoPipeline pipeline(GoTokens tokens, String text) {
        List<List<Operand>> commands = new ArrayList<>();
        do {
            List<Operand> command = new ArrayList<>();
            while (!tokens.isOver()
                    && !tokens.peek().equals("|")
                    && !tokens.peek().equals(")")) {
                command.add(operand(tokens, text));
            }
            if (command.isEmpty()) {
                throw new BadTemplateException("missing value for command");
            }
            commands.add(command);
        } while (tokens.take("|"));
        return new GoPipeline(commands, text);
    }

    private static Operand operand(GoTokens tokens, String text) {
        String word = tokens.next();
        char first = word.charAt(0);
        if (first == '(') {
            GoPipeline inner = pipeline(tokens, text);
            if (!tokens.take(")")) {
                throw new BadTemplateException("unclosed left paren");
            }
            boolean goesOn = tokens.peek().length() > 1 && tokens.peek().startsWith(".");
            return new Operand.Inner(inner, goesOn ? names(tokens.next()) : List.of());
        }
        if (first == '.') {
            return new Operand.Dot(names(word));
        }
        if (first == '$') {
            int dot = word.indexOf('.');
            return dot < 0
                    ? new Operand.Variable(word, List.of())
                    : new Operand.Variable(word.substring(0, dot), names(word.substring(dot)));
        }
        if (first == '"') {
            return new Operand.Literal(GoQuotes.unquote(word.substring(1, word.length() - 1)));
        }
        if (first == '`') {
            return new Operand.Literal(word.substring(1, word.length() - 1));
        }
        if (word.matches("[+-]?\\d.*")) {
            return new Operand.Literal(
                    word.contains(".") ? (Object) new BigDecimal(word).doubleValue() : Long.valueOf(word));
        }
        return switch (word) {
            case "true", "false" -> new Operand.Literal(Boolean.valueOf(word));
            case "nil" -> new Operand.Nil();
            default -> {
                if (!GoFunctions.NAMES.contains(word)) {
                    throw new BadTemplateException("function " + GoQuotes.quote(word) + " not defined");
                }
                yield new Operand.Function(word);
            }
        };
    }

    private static List<String> names(String chain) {
        return chain.equals(".") ? List.of() : List.of(chain.substring(1).split("\\.", -1));
    }
}
