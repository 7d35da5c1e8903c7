package drydock.sim.container;

import drydock.sim.engine.Engine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// One run of a container: the image it was made from, its files, variables, network and log, and its first process.
///
/// A restart makes a new one with fresh files; the volumes mounted into them and the network stay.
public final class Container {

    private final Engine engine;
    private final Image image;
    private final Files files;
    private final Map<String, String> environment;
    private final Network network;
    private final String directory;
    private final StringBuilder log = new StringBuilder();
    private @Nullable ContainerProcess first;

    /// @param files the image's files with the volumes mounted
    /// @param directory the directory processes start in
    public Container(
            Engine engine,
            Image image,
            Files files,
            Map<String, String> environment,
            Network network,
            String directory) {
        this.engine = engine;
        this.image = image;
        this.files = files;
        Map<String, String> whole = new LinkedHashMap<>();
        whole.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        whole.put("HOSTNAME", network.hostname());
        whole.put("HOME", "/root");
        whole.putAll(environment);
        this.environment = Collections.unmodifiableMap(whole);
        this.network = network;
        this.directory = directory;
    }

    public Engine engine() {
        return engine;
    }

    public Files files() {
        return files;
    }

    public Network network() {
        return network;
    }

    /// What the first process has written to its standard output and error.
    public String log() {
        return log.toString();
    }

    /// Starts the first process; `onExit` gets its exit code. An empty `command` and `args` mean the image's own.
    ///
    /// @return false if the image has no such program, and nothing was started
    public boolean start(List<String> command, List<String> args, IntConsumer onExit) {
        List<String> program = image.program(command, args);
        if (program.isEmpty() || image.find(program.getFirst()).isEmpty()) {
            return false;
        }
        ContainerProcess process = process(program, new Streams("", log::append, log::append), onExit);
        first = process;
        execute(process);
        return true;
    }

    /// Runs a further program in the running container, as `kubectl exec` does; `then` gets its exit code.
    public ContainerProcess exec(List<String> program, Streams streams, IntConsumer then) {
        ContainerProcess process = process(program, streams, then);
        execute(process);
        return process;
    }

    /// SIGTERM to the first process.
    public void terminate() {
        if (first != null) {
            first.terminate();
        }
    }

    /// SIGKILL to all processes.
    public void kill() {
        if (first != null) {
            first.kill();
        }
    }

    /// Whether the image has a program called `name`.
    public boolean has(String name) {
        return image.find(name).isPresent();
    }

    void execute(ContainerProcess process) {
        String name = process.arguments().getFirst();
        Optional<Command> command = image.find(name);
        if (command.isPresent()) {
            command.get().run(process);
        } else {
            process.complain("sh: " + name + ": not found\n");
            process.exit(127);
        }
    }

    private ContainerProcess process(List<String> program, Streams streams, IntConsumer onExit) {
        return new ContainerProcess(this, program, streams, environment, directory, onExit);
    }
}
