package drydock.sim.container;

import drydock.sim.container.ShellState.Leaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Runs what was parsed.
///
/// Everything is written in continuations, since a command may take virtual time; each turn of a loop takes at least
/// a millisecond of it, so that no script stops the clock.
final class ShellRun {

    private static final Duration TURN = Duration.ofMillis(1);
    private static final int DEEPEST = 100;

    private final ShellState state;
    private final ContainerProcess process;
    private final ShellExpansion expansion;
    private int conditions;

    ShellRun(ShellState state) {
        this.state = state;
        this.process = state.process;
        this.expansion = new ShellExpansion(state, this::run);
    }

    void run(ShellNode node, Streams streams, IntConsumer then) {
        IntConsumer done = code -> {
            state.lastExit = code;
            then.accept(code);
        };
        switch (node) {
            case ShellNode.Sequence(var nodes) -> sequence(nodes, 0, 0, streams, then);
            case ShellNode.Either either -> either(either, streams, then);
            case ShellNode.Not(var inner) -> condition(inner, streams, code -> done.accept(code == 0 ? 1 : 0));
            case ShellNode.Pipeline(var stages) -> pipeline(stages, streams, done);
            case ShellNode.Background(var inner) -> background(inner, streams, done);
            case ShellNode.Subshell(var inner) -> inProcess(inner, streams, checked(done));
            case ShellNode.If(var condition, var then1, var otherwise) ->
                condition(condition, streams, code -> run(code == 0 ? then1 : otherwise, streams, then));
            case ShellNode.Loop loop -> loop(loop, 0, streams, then);
            case ShellNode.For(var variable, var over, var words, var body) ->
                expansion.words(
                        words, values -> forEach(variable, over ? values : state.arguments(), 0, body, streams, then));
            case ShellNode.Case(var word, var branches) ->
                expansion.joined(word, text -> branch(text, branches, 0, 0, streams, then));
            case ShellNode.Function(var name, var body) -> {
                state.functions.put(name, body);
                done.accept(0);
            }
            case ShellNode.Redirected(var inner, var redirects) -> redirect(inner, redirects, 0, streams, done, then);
            case ShellNode.Simple simple -> simple(simple, streams, checked(done));
        }
    }

    /// With `set -e` a command that fails ends the shell, unless its failure is asked about.
    private IntConsumer checked(IntConsumer done) {
        return code -> {
            if (code != 0 && state.strict && conditions == 0) {
                state.exit(code);
            } else {
                done.accept(code);
            }
        };
    }

    private void condition(ShellNode node, Streams streams, IntConsumer then) {
        conditions++;
        run(node, streams, code -> {
            conditions--;
            then.accept(code);
        });
    }

    private void either(ShellNode.Either either, Streams streams, IntConsumer then) {
        condition(either.left(), streams, code -> {
            if ((code == 0) == either.and() && !state.isLeaving()) {
                run(either.right(), streams, then);
            } else {
                then.accept(code);
            }
        });
    }

    private void sequence(List<ShellNode> nodes, int index, int code, Streams streams, IntConsumer then) {
        if (index == nodes.size() || state.isLeaving()) {
            then.accept(code);
        } else {
            run(nodes.get(index), streams, c -> sequence(nodes, index + 1, c, streams, then));
        }
    }

    /// Each stage is a process; they run side by side, and when the last one ends the others are ended too.
    private void pipeline(List<ShellNode> stages, Streams streams, IntConsumer then) {
        if (stages.size() == 1) {
            run(stages.getFirst(), streams, then);
            return;
        }
        List<ContainerProcess> running = new ArrayList<>();
        List<Runnable> starts = new ArrayList<>();
        Input in = streams.in();
        for (int i = 0; i < stages.size(); i++) {
            boolean last = i == stages.size() - 1;
            Input next = new Input();
            Streams own = streams.withIn(in);
            ShellNode stage = stages.get(i);
            Streams to = last ? own : own.withOut(next::write);
            starts.add(() -> running.add(inProcess(stage, to, code -> {
                next.close();
                if (last) {
                    running.forEach(ContainerProcess::kill);
                    then.accept(code);
                }
            })));
            in = next;
        }
        starts.forEach(Runnable::run);
    }

    private void background(ShellNode node, Streams streams, IntConsumer done) {
        ContainerProcess job = inProcess(node, streams.withIn(Input.of("")), _ -> {});
        state.jobs.add(job);
        state.lastJob = job.pid();
        done.accept(0);
    }

    private ContainerProcess inProcess(ShellNode node, Streams streams, IntConsumer then) {
        ContainerProcess child = process.child(process.arguments(), streams, process.environment(), then);
        ShellState own = state.in(child);
        new ShellRun(own).run(node, streams, own::exit);
        return child;
    }

    private void loop(ShellNode.Loop loop, int code, Streams streams, IntConsumer then) {
        condition(loop.condition(), streams, c -> {
            if (state.isLeaving() || (c == 0) == loop.until()) {
                leaves();
                then.accept(code);
            } else {
                run(loop.body(), streams, last -> {
                    if (leaves()) {
                        then.accept(last);
                    } else {
                        process.after(TURN, () -> loop(loop, last, streams, then));
                    }
                });
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
        run(body, streams, code -> {
            if (leaves()) {
                then.accept(code);
            } else {
                process.after(TURN, () -> forEach(variable, values, index + 1, body, streams, then));
            }
        });
    }

    /// Whether a loop whose body was left ends; one `break` or `continue` is used up by it.
    private boolean leaves() {
        boolean breaks = state.leaving == Leaving.BREAK;
        if (!breaks && state.leaving != Leaving.CONTINUE) {
            return state.isLeaving();
        }
        boolean outer = --state.leavingLoops > 0;
        if (!outer) {
            state.leaving = Leaving.NOTHING;
        }
        return breaks || outer;
    }

    private void branch(
            String text, List<ShellNode.Branch> branches, int index, int pattern, Streams streams, IntConsumer then) {
        if (index == branches.size()) {
            state.lastExit = 0;
            then.accept(0);
        } else if (pattern == branches.get(index).patterns().size()) {
            branch(text, branches, index + 1, 0, streams, then);
        } else {
            expansion.joined(branches.get(index).patterns().get(pattern), glob -> {
                if (Globs.matches(glob, text)) {
                    run(branches.get(index).body(), streams, then);
                } else {
                    branch(text, branches, index, pattern + 1, streams, then);
                }
            });
        }
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
            boolean[] refused = {false};
            Streams to = redirected(redirect, target, streams, refused);
            if (to == null) {
                boolean reads = redirect.operator().equals("<");
                streams.err()
                        .accept("sh: can't " + (reads ? "open " : "create ") + target + ": "
                                + (reads ? "no such file" : refusal(target)) + "\n");
                failed.accept(1);
            } else {
                redirect(inner, redirects, index + 1, to, failed, code -> {
                    if (refused[0]) {
                        failed.accept(1);
                    } else {
                        then.accept(code);
                    }
                });
            }
        });
    }

    /// Why a file cannot be written (`shell/ash.c openredirect`).
    private String refusal(String target) {
        String why = process.container().files().refusal(process.resolve(target));
        return why.startsWith("No such") ? "nonexistent directory" : why;
    }

    /// @param refused has its one element set if something could not be written later
    private @Nullable Streams redirected(
            ShellNode.Redirect redirect, String target, Streams streams, boolean[] refused) {
        return switch (redirect.operator()) {
            case "<<" -> streams.withIn(Input.of(target));
            case "<&" -> streams;
            case "<" -> input(process.resolve(target), streams);
            case ">&" -> output(redirect, target.equals("2") ? streams.err() : streams.out(), streams);
            default ->
                output(redirect, writer(redirect.operator(), process.resolve(target), streams, refused), streams);
        };
    }

    private @Nullable Streams input(String path, Streams streams) {
        return path.equals("/dev/null")
                ? streams.withIn(Input.of(""))
                : process.container()
                        .files()
                        .read(path)
                        .map(text -> streams.withIn(Input.of(text)))
                        .orElse(null);
    }

    private static @Nullable Streams output(
            ShellNode.Redirect redirect, @Nullable Consumer<String> to, Streams streams) {
        if (to == null) {
            return null;
        }
        if (redirect.operator().equals("&>")) {
            return streams.withOut(to).withErr(to);
        }
        return redirect.descriptor() == 2 ? streams.withErr(to) : streams.withOut(to);
    }

    private @Nullable Consumer<String> writer(String operator, String path, Streams streams, boolean[] refused) {
        return switch (path) {
            case "/dev/null" -> _ -> {};
            case "/dev/stdout" -> streams.out();
            case "/dev/stderr" -> streams.err();
            case "/proc/1/fd/1", "/proc/1/fd/2" -> process.container().output()::append;
            default -> {
                Files files = process.container().files();
                boolean there = operator.equals(">>") ? files.append(path, "") : files.write(path, "");
                yield there ? text -> refused[0] |= !appended(path, text, streams) : null;
            }
        };
    }

    private boolean appended(String path, String text, Streams streams) {
        Files files = process.container().files();
        boolean whole = files.append(path, text);
        if (!whole) {
            streams.err().accept("sh: write error: " + files.refusal(path) + "\n");
        }
        return whole;
    }

    private void simple(ShellNode.Simple simple, Streams streams, IntConsumer done) {
        assign(
                simple.assignments(),
                0,
                new LinkedHashMap<>(),
                values -> expansion.words(simple.words(), words -> {
                    if (values.values().stream().anyMatch(GrowingMemory::isTooMuch)) {
                        GrowingMemory.of(process);
                    } else if (words.isEmpty()) {
                        process.environment().putAll(values);
                        done.accept(expansion.takeSubstitutionExit());
                    } else {
                        call(words, values, streams, done);
                    }
                }));
    }

    private void call(List<String> words, Map<String, String> values, Streams streams, IntConsumer done) {
        ShellNode function = state.functions.get(words.getFirst());
        if (function != null) {
            process.environment().putAll(values);
            function(function, words, streams, done);
        } else if (!new ShellBuiltins(state, streams, done).run(words, values)) {
            Map<String, String> variables = new LinkedHashMap<>(process.environment());
            variables.putAll(values);
            state.busy();
            process.run(words, streams, variables, code -> state.idle(() -> done.accept(code)));
        }
    }

    private void function(ShellNode body, List<String> words, Streams streams, IntConsumer done) {
        if (state.arguments.size() > DEEPEST) {
            streams.err().accept("sh: " + words.getFirst() + ": called too deeply\n");
            state.exit(2);
            return;
        }
        state.arguments.push(List.copyOf(words.subList(1, words.size())));
        state.locals.push(new LinkedHashMap<>());
        run(body, streams, code -> {
            state.arguments.pop();
            state.locals.pop().forEach((name, before) -> process.environment().put(name, before));
            if (state.leaving == Leaving.RETURN) {
                state.leaving = Leaving.NOTHING;
                done.accept(state.lastExit);
            } else {
                done.accept(code);
            }
        });
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
