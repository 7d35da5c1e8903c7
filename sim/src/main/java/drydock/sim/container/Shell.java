package drydock.sim.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The program `sh`: runs a script given by `-c`, by a file, or on its input.
///
/// Everything is written in continuations, since a command may take virtual time; each turn of a loop takes at least
/// a millisecond of it, so that no script stops the clock.
final class Shell implements Command {

    private static final Duration TURN = Duration.ofMillis(1);

    @Override
    public void run(ContainerProcess process) {
        List<String> operands = new ArrayList<>(process.operands());
        boolean inline = false;
        while (!operands.isEmpty() && operands.getFirst().startsWith("-")) {
            inline |= operands.removeFirst().contains("c");
        }
        String script;
        if (operands.isEmpty()) {
            script = process.streams().in();
        } else if (inline) {
            script = operands.removeFirst();
        } else {
            var file = process.container().files().read(process.resolve(operands.getFirst()));
            if (file.isEmpty()) {
                process.complain("sh: can't open '" + operands.getFirst() + "': No such file or directory\n");
                process.exit(2);
                return;
            }
            script = file.get();
        }
        try {
            ShellNode node = ShellParser.parse(script);
            new Run(process, inline ? operands : operands.subList(Math.min(1, operands.size()), operands.size()))
                    .run(node, process.streams(), process::exit);
        } catch (ShellSyntaxException e) {
            process.complain("sh: " + e.getMessage() + "\n");
            process.exit(2);
        }
    }

    /// One run of a script.
    static final class Run {

        private final ContainerProcess process;
        private final ShellExpansion expansion;

        Run(ContainerProcess process, List<String> arguments) {
            this.process = process;
            this.expansion = new ShellExpansion(process, arguments, this::run);
        }

        void run(ShellNode node, Streams streams, IntConsumer then) {
            IntConsumer done = code -> {
                expansion.lastExit(code);
                then.accept(code);
            };
            switch (node) {
                case ShellNode.Sequence(var nodes) -> sequence(nodes, 0, 0, streams, then);
                case ShellNode.Either(var left, var and, var right) ->
                    run(left, streams, code -> {
                        if ((code == 0) == and) {
                            run(right, streams, then);
                        } else {
                            then.accept(code);
                        }
                    });
                case ShellNode.Not(var inner) -> run(inner, streams, code -> done.accept(code == 0 ? 1 : 0));
                case ShellNode.Pipeline(var stages) -> pipeline(stages, streams, then);
                case ShellNode.Background(var inner) -> {
                    run(inner, streams, code -> {});
                    done.accept(0);
                }
                case ShellNode.If(var condition, var then1, var otherwise) ->
                    run(condition, streams, code -> run(code == 0 ? then1 : otherwise, streams, then));
                case ShellNode.Loop loop -> loop(loop, 0, streams, then);
                case ShellNode.For(var variable, var words, var body) ->
                    expansion.words(words, values -> forEach(variable, values, 0, body, streams, then));
                case ShellNode.Redirected(var inner, var redirects) ->
                    redirect(inner, redirects, 0, streams, done, then);
                case ShellNode.Simple simple -> simple(simple, streams, done);
            }
        }

        private void sequence(List<ShellNode> nodes, int index, int code, Streams streams, IntConsumer then) {
            if (index == nodes.size()) {
                then.accept(code);
            } else {
                run(nodes.get(index), streams, c -> sequence(nodes, index + 1, c, streams, then));
            }
        }

        private void pipeline(List<ShellNode> stages, Streams streams, IntConsumer then) {
            if (stages.size() == 1) {
                run(stages.getFirst(), streams, then);
                return;
            }
            StringBuilder between = new StringBuilder();
            List<ShellNode> rest = stages.subList(1, stages.size());
            run(
                    stages.getFirst(),
                    streams.withOut(between::append),
                    code -> pipeline(rest, streams.withIn(between.toString()), then));
        }

        private void loop(ShellNode.Loop loop, int code, Streams streams, IntConsumer then) {
            run(loop.condition(), streams, c -> {
                if ((c == 0) == loop.until()) {
                    then.accept(code);
                } else {
                    run(loop.body(), streams, last -> process.after(TURN, () -> loop(loop, last, streams, then)));
                }
            });
        }

        private void forEach(
                String variable, List<String> values, int index, ShellNode body, Streams streams, IntConsumer then) {
            if (index == values.size()) {
                then.accept(0);
                return;
            }
            process.environment().put(variable, values.get(index));
            run(
                    body,
                    streams,
                    code -> process.after(TURN, () -> forEach(variable, values, index + 1, body, streams, then)));
        }

        private void redirect(
                ShellNode inner,
                List<ShellNode.Redirect> redirects,
                int index,
                Streams streams,
                IntConsumer failed,
                IntConsumer then) {
            if (index == redirects.size()) {
                run(inner, streams, then);
                return;
            }
            ShellNode.Redirect redirect = redirects.get(index);
            expansion.joined(redirect.target(), target -> {
                Streams to = redirected(redirect, target, streams);
                if (to == null) {
                    streams.err().accept("sh: can't open " + target + ": no such file\n");
                    failed.accept(1);
                } else {
                    redirect(inner, redirects, index + 1, to, failed, then);
                }
            });
        }

        private @Nullable Streams redirected(ShellNode.Redirect redirect, String target, Streams streams) {
            if (redirect.operator().equals(">&")) {
                Consumer<String> to = target.equals("2") ? streams.err() : streams.out();
                return redirect.descriptor() == 2 ? streams.withErr(to) : streams.withOut(to);
            }
            Files files = process.container().files();
            String path = process.resolve(target);
            if (redirect.operator().equals("<")) {
                return files.read(path).map(streams::withIn).orElse(null);
            }
            Consumer<String> to = text -> {};
            if (!path.equals("/dev/null")) {
                if (!(redirect.operator().equals(">") ? files.write(path, "") : files.append(path, ""))) {
                    return null;
                }
                to = text -> files.append(path, text);
            }
            return redirect.descriptor() == 2 ? streams.withErr(to) : streams.withOut(to);
        }

        private void simple(ShellNode.Simple simple, Streams streams, IntConsumer done) {
            assign(
                    simple.assignments(),
                    0,
                    new LinkedHashMap<>(),
                    values -> expansion.words(simple.words(), words -> {
                        if (words.isEmpty()) {
                            process.environment().putAll(values);
                            done.accept(0);
                        } else if (!ShellBuiltins.run(process, words, streams, done)) {
                            Map<String, String> variables = new LinkedHashMap<>(process.environment());
                            variables.putAll(values);
                            process.run(words, streams, variables, done);
                        }
                    }));
        }

        private void assign(
                List<ShellNode.Assignment> assignments,
                int index,
                Map<String, String> values,
                Consumer<Map<String, String>> then) {
            if (index == assignments.size()) {
                then.accept(values);
                return;
            }
            expansion.joined(assignments.get(index).value(), value -> {
                values.put(assignments.get(index).name(), value);
                assign(assignments, index + 1, values, then);
            });
        }
    }
}
