package drydock.sim.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A running program: its number, arguments, environment and streams, and how it ends.
///
/// **Signals.** PID 1 gets no default action of the kernel, so a SIGTERM does nothing unless the program handles it
/// ([#onTerm]); any other is ended by it, with 143. A kill always ends it, and all it started, with 137.
public final class ContainerProcess {

    private final Container container;
    private final int pid;
    private final int parent;
    private final Supplier<Map<String, String>> first;
    private @Nullable Map<String, String> environment;
    private final IntConsumer onExit;
    private final List<ContainerProcess> children = new ArrayList<>();
    private final List<Runnable> atEnd = new ArrayList<>(1);
    private List<String> arguments;
    private Streams streams;
    private String directory;
    private @Nullable Runnable onTerm;
    private boolean alive = true;

    /// @param environment makes the variables that it begins with, which are its own
    ContainerProcess(
            Container container,
            int parent,
            List<String> arguments,
            Streams streams,
            Supplier<Map<String, String>> environment,
            String directory,
            IntConsumer onExit) {
        this.container = container;
        this.parent = parent;
        this.arguments = List.copyOf(arguments);
        this.streams = streams;
        this.first = environment;
        this.directory = directory;
        this.onExit = onExit;
        this.pid = container.processes().begun(this);
    }

    public Container container() {
        return container;
    }

    int pid() {
        return pid;
    }

    int parent() {
        return parent;
    }

    /// The program's name and its arguments.
    public List<String> arguments() {
        return arguments;
    }

    /// The arguments without the program's name.
    public List<String> operands() {
        return arguments.subList(1, arguments.size());
    }

    /// The same process with another program.
    ContainerProcess as(List<String> program) {
        arguments = List.copyOf(program);
        return this;
    }

    /// Puts another program in the place of this one, as `exec` of a shell does.
    void become(List<String> program, Streams to) {
        arguments = List.copyOf(program);
        streams = to;
        onTerm = null;
        container.execute(this);
    }

    public Streams streams() {
        return streams;
    }

    /// The process's own variables, which it may change.
    public Map<String, String> environment() {
        Map<String, String> own = environment;
        if (own == null) {
            own = first.get();
            environment = own;
        }
        return own;
    }

    public String directory() {
        return directory;
    }

    public void changeDirectory(String to) {
        directory = to;
    }

    /// `path` as this process sees it.
    public String resolve(String path) {
        return Files.resolve(directory, path);
    }

    public void print(String text) {
        streams.out().accept(text);
    }

    public void complain(String text) {
        streams.err().accept(text);
    }

    public boolean alive() {
        return alive;
    }

    /// Runs `action` after `delay` of virtual time, if the process still lives then.
    public void after(Duration delay, Runnable action) {
        container.engine().schedule(delay, () -> {
            if (alive) {
                action.run();
            }
        });
    }

    /// What the program does on SIGTERM; a program that says nothing ignores it as PID 1.
    public void onTerm(@Nullable Runnable handler) {
        onTerm = handler;
    }

    /// What is to be undone when the process ends, whichever way.
    public void atEnd(Runnable action) {
        atEnd.add(action);
    }

    /// Runs another program with these streams; `then` gets its exit code.
    public ContainerProcess run(List<String> program, Streams to, Map<String, String> variables, IntConsumer then) {
        ContainerProcess child = child(program, to, variables, then);
        container.execute(child);
        return child;
    }

    /// A process begun by this one, which does nothing yet.
    ContainerProcess child(List<String> program, Streams to, Map<String, String> variables, IntConsumer then) {
        Map<String, String> own = new LinkedHashMap<>(variables);
        ContainerProcess child = new ContainerProcess(container, pid, program, to, () -> own, directory, code -> {
            children.removeIf(p -> !p.alive);
            if (alive) {
                then.accept(code);
            }
        });
        children.add(child);
        return child;
    }

    /// Ends the process; later calls do nothing.
    public void exit(int code) {
        if (alive) {
            end();
            onExit.accept(code);
        }
    }

    /// SIGTERM.
    public void terminate() {
        if (alive && onTerm != null) {
            onTerm.run();
        } else if (pid != 1) {
            exit(143);
        }
    }

    /// SIGKILL.
    public void kill() {
        exit(137);
    }

    private void end() {
        alive = false;
        container.processes().over(this);
        List.copyOf(children).forEach(ContainerProcess::endSilently);
        atEnd.forEach(Runnable::run);
    }

    private void endSilently() {
        if (alive) {
            end();
        }
    }
}
