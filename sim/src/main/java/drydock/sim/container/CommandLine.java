package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;

/// A line typed to a shell that runs one program: its words, with quotes taken off and variables replaced by nothing,
/// since the shell a script is typed to knows none.
public final class CommandLine {

    private CommandLine() {}

    /// The words of `line`.
    ///
    /// @throws IllegalArgumentException if quotes are left open, or the line has pipes, lists or redirections
    public static List<String> split(String line) {
        try {
            List<String> words = new ArrayList<>();
            for (ShellLexer.Token token : new ShellLexer(line).tokens()) {
                if (token.isWord()) {
                    text(token.word(), words);
                } else if (!token.operator().isEmpty()) {
                    throw new IllegalArgumentException("not one command: \"" + token.operator() + "\"");
                }
            }
            return List.copyOf(words);
        } catch (ShellSyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void text(ShellWord word, List<String> words) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (ShellWord.Part part : word.parts()) {
            switch (part) {
                case ShellWord.Literal literal -> {
                    text.append(literal.text());
                    quoted = true;
                }
                case ShellWord.Variable variable -> {
                    if (variable.operator().endsWith("-") || variable.operator().endsWith("=")) {
                        text.append(plain(variable.other()));
                    }
                    quoted |= variable.quoted();
                }
                case ShellWord.Substitution substitution -> quoted |= substitution.quoted();
                case ShellWord.Arithmetic arithmetic ->
                    text.append(ShellArithmetic.evaluate(arithmetic.expression(), name -> ""));
            }
        }
        if (quoted || !text.isEmpty()) {
            words.add(text.toString());
        }
    }

    private static String plain(ShellWord word) {
        List<String> words = new ArrayList<>();
        text(word, words);
        return String.join(" ", words);
    }
}
