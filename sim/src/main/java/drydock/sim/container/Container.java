package drydock.sim.container;

import drydock.sim.engine.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// One run of a container: the image it was made from, its files, variables, network and log, and its processes.
///
/// A restart makes a new one with fresh files; the volumes mounted into them and the network stay.
public final class Container {

    /// The home of the user that processes run as, where the image says nothing else.
    public static final String HOME = "/root";

    private final Engine engine;
    private final Image image;
    private final RootFiles making;
    private @Nullable Files files;
    private final Map<String, String> environment;
    private final Network network;
    private final String directory;
    private final Behaviour behaviour;
    private final Load load;
    private final ContainerLog log;
    private final ProcessTable processes;
    private @Nullable ContainerProcess first;
    private Input input = Input.of("");
    private @Nullable Keyboard keyboard;

    /// @param files makes the image's files with the volumes mounted; it is asked once, when somebody wants to see them
    /// @param environment its variables, which do not change any more
    /// @param directory the directory processes start in
    /// @param processes where its processes are numbered, and whom they see
    /// @param loadChanged is run when it may use another amount of CPU from now on
    public Container(
            Engine engine,
            Image image,
            RootFiles files,
            Map<String, String> environment,
            Network network,
            ProcessTable processes,
            String directory,
            Behaviour behaviour,
            Runnable loadChanged) {
        this.engine = engine;
        this.image = image;
        this.making = files;
        this.environment = environment;
        this.network = network;
        this.processes = processes;
        this.directory = directory;
        this.behaviour = behaviour;
        this.load = new Load(engine, behaviour, network, loadChanged);
        this.log = new ContainerLog(engine);
    }

    /// One that behaves as usual.
    public Container(
            Engine engine,
            Image image,
            Files files,
            Map<String, String> environment,
            Network network,
            String directory) {
        this(
                engine,
                image,
                RootFiles.made(files),
                environment,
                network,
                new ProcessTable(),
                directory,
                Behaviour.USUAL,
                () -> {});
    }

    public Engine engine() {
        return engine;
    }

    public Files files() {
        Files made = files;
        if (made == null) {
            made = making.make();
            made.give();
            files = made;
        }
        return made;
    }

    /// What its processes have written to the file at `path`; empty if none has touched a file yet, or it is not there.
    public Optional<String> written(String path) {
        return Optional.ofNullable(files).flatMap(made -> made.read(path));
    }

    /// How much of its node's disk it takes with what its processes have written, volumes apart; in bytes.
    public long layerBytes() {
        Files made = files;
        return made == null ? 0 : made.writtenBytes();
    }

    /// Whether at `folder` there is surely nothing but what the image has there.
    boolean hasOnlyItsImageAt(String folder) {
        return files == null && !making.mountsAt(folder);
    }

    /// Whether its root file system cannot be written.
    boolean isSealed() {
        return making.sealed();
    }

    /// The variables that its processes begin with.
    private Map<String, String> variables() {
        Map<String, String> whole = new LinkedHashMap<>();
        whole.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        whole.put("HOSTNAME", network.hostname());
        whole.put("HOME", HOME);
        whole.putAll(environment);
        return whole;
    }

    public Network network() {
        return network;
    }

    /// What it bears at this moment.
    public Load load() {
        return load;
    }

    /// What the first process has written to its standard output and error.
    public String log() {
        return log.text();
    }

    /// The same line by line, and as it comes.
    public ContainerLog output() {
        return log;
    }

    /// Starts the first process; `onExit` gets its exit code. An empty `command` and `args` mean the image's own.
    ///
    /// @return false if the image has no such program, and nothing was started
    public boolean start(List<String> command, List<String> args, IntConsumer onExit) {
        return start(command, args, Input.of(""), onExit);
    }

    /// The same, where the first process reads `from`.
    public boolean start(List<String> command, List<String> args, Input from, IntConsumer onExit) {
        List<String> program = image.program(command, args);
        if (program.isEmpty() || image.find(program.getFirst()).isEmpty()) {
            return false;
        }
        input = from;
        keyboard = from.isTerminal() ? new Keyboard(from, log::append) : null;
        ContainerProcess process = process(program, new Streams(from, log::append, log::append), code -> {
            if (first != null) {
                processes.endedWith(this, first);
            }
            onExit.accept(code);
        });
        first = process;
        behaviour.exits().ifPresent(exit -> process.after(exit.after(), () -> process.exit(exit.code())));
        execute(process);
        return true;
    }

    /// Runs a further program in the running container, as `kubectl exec` does; `then` gets its exit code.
    public ContainerProcess exec(List<String> program, Streams streams, IntConsumer then) {
        ContainerProcess process = process(program, streams, then);
        execute(process);
        return process;
    }

    /// Runs `action` when the first process has ended.
    public void whenEnded(Runnable action) {
        if (first != null) {
            first.atEnd(action);
        }
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
        return image.find(name).isPresent()
                || files().read(Files.resolve("/", name)).isPresent();
    }

    /// The processes that its own ones see, and those themselves.
    public ProcessTable processes() {
        return processes;
    }

    /// Passes text on to what the first process reads: as keys, where that is a terminal.
    public void type(String text) {
        if (keyboard == null) {
            input.write(text);
        } else {
            keyboard.type(text);
        }
    }

    /// Nothing more comes to what the first process reads.
    public void endInput() {
        input.close();
    }

    void execute(ContainerProcess process) {
        String name = process.arguments().getFirst();
        Optional<Command> command = image.find(name);
        if (command.isPresent()) {
            command.get().run(process);
        } else if (name.contains("/") && files().read(process.resolve(name)).isPresent()) {
            new Shell().run(process.as(script(process)));
        } else {
            process.complain("sh: " + name + ": not found\n");
            process.exit(127);
        }
    }

    /// A file that is run is a script for the shell.
    private static List<String> script(ContainerProcess process) {
        List<String> words = new ArrayList<>(List.of("sh"));
        words.addAll(process.arguments());
        return words;
    }

    private ContainerProcess process(List<String> program, Streams streams, IntConsumer onExit) {
        return new ContainerProcess(this, 0, program, streams, this::variables, directory, onExit);
    }
}
