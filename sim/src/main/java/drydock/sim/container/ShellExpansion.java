package drydock.sim.container;

import drydock.sim.container.ShellWord.Arithmetic;
import drydock.sim.container.ShellWord.Literal;
import drydock.sim.container.ShellWord.Substitution;
import drydock.sim.container.ShellWord.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;

/// Turns words of a script into text: variables, substitutions, and of what was not quoted the splitting and the names
/// of files.
final class ShellExpansion {

    /// Runs commands and tells their exit code.
    @FunctionalInterface
    interface Runner {

        void run(ShellNode node, Streams streams, IntConsumer then);
    }

    private final ShellState state;
    private final ContainerProcess process;
    private final Runner runner;
    private int substitutionExit;

    ShellExpansion(ShellState state, Runner runner) {
        this.state = state;
        this.process = state.process;
        this.runner = runner;
    }

    /// The exit code of the last substitution since this was asked for, 0 if there was none.
    int takeSubstitutionExit() {
        int code = substitutionExit;
        substitutionExit = 0;
        return code;
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
        parts(words.get(index).parts(), 0, new ShellFields(), fields -> {
            for (ShellFields.Field field : fields.finish()) {
                List<String> files = field.glob() ? Globs.expand(process, field.text()) : List.of();
                done.addAll(files.isEmpty() ? List.of(field.text()) : files);
            }
            next(words, index + 1, done, then);
        });
    }

    /// Expands one word to one text, whatever is in it.
    void joined(ShellWord word, Consumer<String> then) {
        parts(
                word.parts(),
                0,
                new ShellFields(),
                fields -> then.accept(String.join(
                        " ",
                        fields.finish().stream().map(ShellFields.Field::text).toList())));
    }

    private void parts(List<ShellWord.Part> parts, int index, ShellFields fields, Consumer<ShellFields> then) {
        if (index == parts.size()) {
            then.accept(fields);
            return;
        }
        switch (parts.get(index)) {
            case Literal(var text, var quoted) -> {
                fields.whole(index == 0 && !quoted ? home(text) : text, !quoted);
                parts(parts, index + 1, fields, then);
            }
            case Variable variable ->
                value(variable, value -> {
                    if (variable.quoted() && variable.name().equals("@")) {
                        fields.each(state.arguments());
                    } else {
                        fields.add(value, variable.quoted());
                    }
                    parts(parts, index + 1, fields, then);
                });
            case Arithmetic(var expression) -> {
                fields.whole(ShellArithmetic.evaluate(expression, this::variable), false);
                parts(parts, index + 1, fields, then);
            }
            case Substitution(var commands, var quoted) -> {
                StringBuilder output = new StringBuilder();
                Streams streams = process.streams().withOut(output::append);
                runner.run(new ShellNode.Subshell(commands), streams, code -> {
                    substitutionExit = code;
                    fields.add(output.toString().replaceAll("\\n+$", ""), quoted);
                    parts(parts, index + 1, fields, then);
                });
            }
        }
    }

    private String home(String text) {
        return text.equals("~") || text.startsWith("~/")
                ? process.environment().getOrDefault("HOME", Container.HOME) + text.substring(1)
                : text;
    }

    private void value(Variable variable, Consumer<String> then) {
        String value = variable(variable.name());
        boolean unset = value.isEmpty();
        switch (variable.operator()) {
            case ":-", "-" -> {
                if (unset) {
                    joined(variable.other(), then);
                } else {
                    then.accept(value);
                }
            }
            case ":=", "=" -> {
                if (unset) {
                    joined(variable.other(), other -> {
                        process.environment().put(variable.name(), other);
                        then.accept(other);
                    });
                } else {
                    then.accept(value);
                }
            }
            case ":+", "+" -> {
                if (unset) {
                    then.accept("");
                } else {
                    joined(variable.other(), then);
                }
            }
            case ":?", "?" -> {
                if (unset) {
                    joined(variable.other(), other -> {
                        process.complain("sh: " + variable.name() + ": "
                                + (other.isEmpty() ? "parameter not set" : other) + "\n");
                        state.exit(2);
                    });
                } else {
                    then.accept(value);
                }
            }
            case "length" -> then.accept(String.valueOf(value.length()));
            case "#", "##", "%", "%%" ->
                joined(variable.other(), glob -> then.accept(trimmed(value, variable.operator(), glob)));
            default -> then.accept(value);
        }
    }

    private static String trimmed(String value, String operator, String glob) {
        boolean longest = operator.length() == 2;
        if (operator.startsWith("#")) {
            Matcher matcher = Globs.pattern(glob, longest).matcher(value);
            return matcher.lookingAt() ? value.substring(matcher.end()) : value;
        }
        for (int i = 0; i <= value.length(); i++) {
            int from = longest ? i : value.length() - i;
            if (Globs.matches(glob, value.substring(from))) {
                return value.substring(0, from);
            }
        }
        return value;
    }

    private String variable(String name) {
        List<String> arguments = state.arguments();
        return switch (name) {
            case "?" -> String.valueOf(state.lastExit);
            case "$" -> String.valueOf(process.pid());
            case "!" -> state.lastJob == 0 ? "" : String.valueOf(state.lastJob);
            case "#" -> String.valueOf(arguments.size());
            case "@", "*" -> String.join(" ", arguments);
            case "0" -> state.name;
            default -> {
                if (name.matches("[1-9]")) {
                    int at = name.charAt(0) - '1';
                    yield at < arguments.size() ? arguments.get(at) : "";
                }
                yield process.environment().getOrDefault(name, special(name));
            }
        };
    }

    private String special(String name) {
        return switch (name) {
            case "PWD" -> process.directory();
            case "PPID" -> String.valueOf(process.parent());
            case "RANDOM" ->
                String.valueOf(process.container()
                        .engine()
                        .random("shell/" + process.container().network().address())
                        .nextInt(32_768));
            default -> "";
        };
    }
}
