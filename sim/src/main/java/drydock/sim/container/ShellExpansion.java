package drydock.sim.container;

import drydock.sim.container.ShellWord.Arithmetic;
import drydock.sim.container.ShellWord.Literal;
import drydock.sim.container.ShellWord.Substitution;
import drydock.sim.container.ShellWord.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Turns words of a script into text: variables, substitutions, and the splitting of what was not quoted.
final class ShellExpansion {

    /// Runs commands and tells their exit code.
    @FunctionalInterface
    interface Runner {

        void run(ShellNode node, Streams streams, IntConsumer then);
    }

    private final ContainerProcess process;
    private final List<String> arguments;
    private final Runner runner;
    private int lastExit;

    ShellExpansion(ContainerProcess process, List<String> arguments, Runner runner) {
        this.process = process;
        this.arguments = arguments;
        this.runner = runner;
    }

    void lastExit(int code) {
        lastExit = code;
    }

    /// Expands words; an unquoted expansion may become none or several.
    void words(List<ShellWord> words, Consumer<List<String>> then) {
        next(words, 0, new ArrayList<>(), then);
    }

    private void next(List<ShellWord> words, int index, List<String> done, Consumer<List<String>> then) {
        if (index == words.size()) {
            then.accept(done);
            return;
        }
        parts(words.get(index).parts(), 0, new Fields(), fields -> {
            done.addAll(fields.finish());
            next(words, index + 1, done, then);
        });
    }

    /// Expands one word to one text, whatever is in it.
    void joined(ShellWord word, Consumer<String> then) {
        parts(word.parts(), 0, new Fields(), fields -> then.accept(String.join(" ", fields.finish())));
    }

    private void parts(List<ShellWord.Part> parts, int index, Fields fields, Consumer<Fields> then) {
        if (index == parts.size()) {
            then.accept(fields);
            return;
        }
        switch (parts.get(index)) {
            case Literal literal -> {
                fields.whole(literal.text());
                parts(parts, index + 1, fields, then);
            }
            case Variable(var name, var fallback, var quoted) -> {
                String value = variable(name);
                fields.add(value.isEmpty() ? fallback : value, quoted);
                parts(parts, index + 1, fields, then);
            }
            case Arithmetic(var expression) -> {
                fields.whole(ShellArithmetic.evaluate(expression, this::variable));
                parts(parts, index + 1, fields, then);
            }
            case Substitution(var commands, var quoted) -> {
                StringBuilder output = new StringBuilder();
                Streams streams = process.streams().withOut(output::append);
                runner.run(commands, streams, code -> {
                    fields.add(output.toString().replaceAll("\\n+$", ""), quoted);
                    parts(parts, index + 1, fields, then);
                });
            }
        }
    }

    private String variable(String name) {
        return switch (name) {
            case "?" -> String.valueOf(lastExit);
            case "$" -> "1";
            case "#" -> String.valueOf(arguments.size());
            case "@", "*" -> String.join(" ", arguments);
            default -> {
                if (name.matches("[1-9]")) {
                    int at = name.charAt(0) - '1';
                    yield at < arguments.size() ? arguments.get(at) : "";
                }
                yield process.environment().getOrDefault(name, name.equals("PWD") ? process.directory() : "");
            }
        };
    }

    /// The texts a word becomes.
    private static final class Fields {

        private final List<String> done = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private boolean started;

        void whole(String text) {
            open.append(text);
            started = true;
        }

        void add(String text, boolean quoted) {
            if (quoted) {
                whole(text);
                return;
            }
            boolean first = true;
            for (String piece : text.split("[ \\t\\n]+", -1)) {
                if (!first && started) {
                    done.add(open.toString());
                    open.setLength(0);
                    started = false;
                }
                if (!piece.isEmpty()) {
                    whole(piece);
                }
                first = false;
            }
        }

        List<String> finish() {
            if (started) {
                done.add(open.toString());
            }
            return done;
        }
    }
}
