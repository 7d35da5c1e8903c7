package drydock.sim.container;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a running shell knows: its functions, arguments, traps, and how it leaves loops and functions.
final class ShellState {

    /// How commands that follow are passed over.
    enum Leaving {
        NOTHING,
        BREAK,
        CONTINUE,
        RETURN
    }

    final ContainerProcess process;
    final String name;
    final Map<String, ShellNode> functions = new LinkedHashMap<>();
    final Deque<List<String>> arguments = new ArrayDeque<>();
    final Deque<Map<String, String>> locals = new ArrayDeque<>();
    final List<ContainerProcess> jobs = new ArrayList<>();
    Leaving leaving = Leaving.NOTHING;
    int leavingLoops;
    int lastExit;
    int lastJob;
    boolean strict;
    private @Nullable ShellNode onExit;
    private @Nullable ShellNode onTerm;
    private boolean busy;
    private boolean trapped;

    ShellState(ContainerProcess process, String name, List<String> arguments) {
        this.process = process;
        this.name = name;
        this.arguments.push(List.copyOf(arguments));
    }

    /// A subshell's: the same functions and arguments in another process.
    ShellState in(ContainerProcess child) {
        ShellState other = new ShellState(child, name, arguments());
        other.functions.putAll(functions);
        other.strict = strict;
        other.lastExit = lastExit;
        return other;
    }

    List<String> arguments() {
        return arguments.element();
    }

    boolean isLeaving() {
        return leaving != Leaving.NOTHING;
    }

    /// What is done before the shell ends.
    void trapExit(@Nullable ShellNode node) {
        onExit = node;
    }

    /// What is done on SIGTERM: at once, or once the command that runs has ended.
    void trapTerm(@Nullable ShellNode node) {
        onTerm = node;
        process.onTerm(
                node == null
                        ? null
                        : () -> {
                            if (busy) {
                                trapped = true;
                            } else {
                                runTrap(() -> {});
                            }
                        });
    }

    /// A command in the foreground began.
    void busy() {
        busy = true;
    }

    /// It ended; a signal that came meanwhile is seen to, then it goes on.
    void idle(Runnable then) {
        busy = false;
        if (trapped) {
            trapped = false;
            runTrap(then);
        } else {
            then.run();
        }
    }

    private void runTrap(Runnable then) {
        ShellNode node = onTerm;
        if (node == null) {
            then.run();
        } else {
            new ShellRun(this).run(node, process.streams(), _ -> then.run());
        }
    }

    void exit(int code) {
        ShellNode last = onExit;
        onExit = null;
        if (last == null || !process.alive()) {
            process.exit(code);
        } else {
            new ShellRun(this).run(last, process.streams(), _ -> process.exit(code));
        }
    }
}
