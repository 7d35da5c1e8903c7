package drydock.sim.container;

import drydock.sim.container.ShellState.Leaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The commands that change the shell itself: `exit`, `cd`, `export`, `set`, `trap`, `read` and the like.
final class ShellBuiltins {

    private final ShellState state;
    private final ContainerProcess shell;
    private final Streams streams;
    private final IntConsumer done;

    ShellBuiltins(ShellState state, Streams streams, IntConsumer done) {
        this.state = state;
        this.shell = state.process;
        this.streams = streams;
        this.done = done;
    }

    /// Runs `words` if it is a builtin; false if it is not.
    ///
    /// @param values the variables set before it
    boolean run(List<String> words, Map<String, String> values) {
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case ":" -> done.accept(0);
            case "exit" -> state.exit(rest.isEmpty() ? state.lastExit : number(rest.getFirst()));
            case "cd" ->
                cd(rest.isEmpty() ? shell.environment().getOrDefault("HOME", Container.HOME) : rest.getFirst());
            case "pwd" -> {
                streams.out().accept(shell.directory() + "\n");
                done.accept(0);
            }
            case "export", "readonly" -> assign(rest, false);
            case "local" -> assign(rest, true);
            case "unset" -> {
                rest.forEach(shell.environment()::remove);
                rest.forEach(state.functions::remove);
                done.accept(0);
            }
            case "set" -> set(rest);
            case "shift" -> {
                int by = rest.isEmpty() ? 1 : number(rest.getFirst());
                List<String> now = state.arguments.pop();
                state.arguments.push(List.copyOf(now.subList(Math.min(by, now.size()), now.size())));
                done.accept(by > now.size() ? 1 : 0);
            }
            case "break" -> leave(Leaving.BREAK, rest);
            case "continue" -> leave(Leaving.CONTINUE, rest);
            case "return" -> {
                int code = rest.isEmpty() ? state.lastExit : number(rest.getFirst());
                state.leaving = Leaving.RETURN;
                done.accept(code);
                state.lastExit = code;
            }
            case "trap" -> trap(rest);
            case "wait" -> await(rest);
            case "jobs" -> done.accept(0);
            case "read" -> read(rest);
            case "eval" -> script(String.join(" ", rest));
            case ".", "source" -> source(rest);
            case "command", "type" -> command(words.getFirst(), rest, values);
            case "exec" -> exec(rest, values);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void cd(String where) {
        String to = shell.resolve(where);
        if (shell.container().files().isDirectory(to)) {
            shell.changeDirectory(to);
            shell.environment().put("PWD", to);
            done.accept(0);
        } else {
            streams.err().accept("sh: cd: can't cd to " + where + ": No such file or directory\n");
            done.accept(1);
        }
    }

    private void assign(List<String> words, boolean local) {
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals > 0 ? word.substring(0, equals) : word;
            if (local && !state.locals.isEmpty()) {
                state.locals.element().putIfAbsent(name, shell.environment().getOrDefault(name, ""));
            }
            if (equals > 0) {
                shell.environment().put(name, word.substring(equals + 1));
            }
        }
        done.accept(0);
    }

    private void set(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        while (!rest.isEmpty() && rest.getFirst().matches("[-+].*")) {
            String flags = rest.removeFirst();
            if (flags.equals("--")) {
                state.arguments.pop();
                state.arguments.push(List.copyOf(rest));
                break;
            }
            if (flags.contains("e")) {
                state.strict = flags.startsWith("-");
            }
            if (flags.endsWith("o") && !rest.isEmpty()) {
                rest.removeFirst();
            }
        }
        done.accept(0);
    }

    private void leave(Leaving how, List<String> rest) {
        state.leaving = how;
        state.leavingLoops = rest.isEmpty() ? 1 : Math.max(1, number(rest.getFirst()));
        done.accept(0);
    }

    private void trap(List<String> words) {
        List<String> rest = words.stream().filter(w -> !w.equals("--")).toList();
        if (rest.size() < 2) {
            done.accept(0);
            return;
        }
        try {
            boolean reset = rest.getFirst().equals("-");
            @Nullable ShellNode node = reset ? null : ShellParser.parse(rest.getFirst());
            for (String signal : rest.subList(1, rest.size())) {
                switch (signal.replaceFirst("^SIG", "")) {
                    case "TERM", "15" -> state.trapTerm(node);
                    case "EXIT", "0" -> state.trapExit(node);
                    default -> {
                        // no other signal is ever sent
                    }
                }
            }
            done.accept(0);
        } catch (ShellSyntaxException e) {
            streams.err().accept("sh: " + e.getMessage() + "\n");
            done.accept(2);
        }
    }

    /// Goes on once the jobs that run have ended; a trap is run meanwhile.
    private void await(List<String> pids) {
        List<ContainerProcess> running = state.jobs.stream()
                .filter(job -> pids.isEmpty() || pids.contains(String.valueOf(job.pid())))
                .filter(ContainerProcess::alive)
                .toList();
        if (running.isEmpty()) {
            state.jobs.removeIf(job -> !job.alive());
            done.accept(0);
        } else {
            running.getFirst().atEnd(() -> shell.after(Duration.ZERO, () -> await(pids)));
        }
    }

    private void read(List<String> words) {
        List<String> names = words.stream().filter(w -> !w.startsWith("-")).toList();
        streams.in()
                .line(
                        line -> {
                            split(line.replaceFirst("\\n$", "").strip(), names);
                            done.accept(line.endsWith("\n") ? 0 : 1);
                        },
                        () -> {
                            split("", names);
                            done.accept(1);
                        });
    }

    private void split(String line, List<String> names) {
        List<String> all = names.isEmpty() ? List.of("REPLY") : names;
        String[] fields = line.split("[ \\t]+", all.size());
        for (int i = 0; i < all.size(); i++) {
            shell.environment().put(all.get(i), i < fields.length ? fields[i] : "");
        }
    }

    private void source(List<String> rest) {
        var text = rest.isEmpty()
                ? Optional.<String>empty()
                : shell.container().files().read(shell.resolve(rest.getFirst()));
        if (text.isPresent()) {
            script(text.get());
        } else {
            streams.err().accept("sh: .: can't open '" + String.join(" ", rest) + "': No such file or directory\n");
            done.accept(2);
        }
    }

    private void script(String text) {
        try {
            new ShellRun(state).run(ShellParser.parse(text), streams, done);
        } catch (ShellSyntaxException e) {
            streams.err().accept("sh: " + e.getMessage() + "\n");
            done.accept(2);
        }
    }

    private void command(String builtin, List<String> rest, Map<String, String> values) {
        boolean asks =
                builtin.equals("type") || (!rest.isEmpty() && rest.getFirst().matches("-[vV]"));
        String name = rest.isEmpty() ? "" : rest.getLast();
        if (asks) {
            boolean there =
                    state.functions.containsKey(name) || shell.container().has(name);
            if (there) {
                streams.out().accept((builtin.equals("type") ? name + " is /bin/" : "/bin/") + name + "\n");
            }
            done.accept(there ? 0 : 127);
        } else if (rest.isEmpty()) {
            done.accept(0);
        } else {
            Map<String, String> variables = new LinkedHashMap<>(shell.environment());
            variables.putAll(values);
            shell.run(rest, streams, variables, done);
        }
    }

    private void exec(List<String> program, Map<String, String> values) {
        shell.environment().putAll(values);
        if (program.isEmpty()) {
            done.accept(0);
        } else if (!shell.container().has(program.getFirst())) {
            streams.err().accept("sh: exec: " + program.getFirst() + ": not found\n");
            state.exit(127);
        } else {
            shell.become(program, streams);
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) & 0xFF : 2;
    }
}
