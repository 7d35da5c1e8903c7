package drydock.sim.run;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.expect.ExpectationParser;
import drydock.sim.expect.Expected;
import drydock.sim.expect.Said;
import drydock.sim.expect.WrongExpectationException;
import drydock.sim.fault.FaultCommand;
import drydock.sim.kubectl.FileReader;
import drydock.sim.kubectl.Kubectl;
import drydock.sim.load.LoadHistory;
import drydock.sim.script.CommandResult;
import drydock.sim.script.CommandRunner;
import drydock.sim.script.Script;
import drydock.sim.script.StartedCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// A simulation that remembers what was done to it, and so can be run again.
///
/// **Threads.** None: all calls come from the thread that runs the simulation.
public final class RecordedRun implements AutoCloseable {

    private static final long SLICE_NANOS = 1_000_000_000;

    private final SimulationOptions options;
    private final Commands commands;
    private final Simulation simulation;
    private final List<Recording.Timed> inputs = new ArrayList<>();
    private final List<StartedCommand> started = new ArrayList<>();
    private final Cluster cluster;
    private Said said = Said.NOTHING;
    private final LoadHistory load;

    private RecordedRun(SimulationOptions options, Commands commands) {
        this.options = options;
        this.commands = commands;
        this.simulation = Simulation.start(options);
        this.load = simulation.noteLoad();
        this.cluster = new RecordingCluster(simulation.cluster(), this::remember);
    }

    /// Starts a cluster.
    ///
    /// @param commands what runs the lines of its console
    public static RecordedRun start(SimulationOptions options, Commands commands) {
        return new RecordedRun(options, commands);
    }

    /// Runs a recording again up to its end. What a user was refused then is refused again, and passed over.
    ///
    /// @param stopped asked now and then; a replay that is stopped stands where it came to
    public static RecordedRun replay(Recording recording, Commands commands, BooleanSupplier stopped) {
        RecordedRun run = start(recording.options(), commands);
        for (Recording.Timed timed : recording.inputs()) {
            run.runUntil(timed.atNanos(), stopped);
            if (stopped.getAsBoolean()) {
                return run;
            }
            run.perform(timed.input());
        }
        run.runUntil(recording.endNanos(), stopped);
        return run;
    }

    public SimulationOptions options() {
        return options;
    }

    public Simulation simulation() {
        return simulation;
    }

    /// How busy everything has been.
    public LoadHistory load() {
        return load;
    }

    /// The cluster as its user sees it; what is done to it is remembered.
    public Cluster cluster() {
        return cluster;
    }

    /// Programs of the network run on the user's own machine, faults strike the cluster, all else is a command's.
    private CommandRunner runner(List<String> words, FileReader files) {
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "fault" -> {
                return this::fault;
            }
            case "sleep" -> {
                return this::sleep;
            }
            case "expect" -> {
                return this::expect;
            }
            case "traffic" -> {
                return (all, out, err, done) -> simulation.traffic(all.subList(1, all.size()), out, err, done);
            }
            default -> {
                // kubectl's, or a program of the network
            }
        }
        boolean outside = !words.isEmpty() && Script.OUTSIDE.contains(words.getFirst());
        return outside ? simulation::runOutside : commands.on(simulation, cluster, files);
    }

    private void fault(List<String> words, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        CommandResult result = FaultCommand.parse(words.subList(1, words.size()))
                .map(simulation::fault)
                .orElseGet(() -> new CommandResult("", FaultCommand.USAGE, 1));
        out.accept(result.stdout());
        err.accept(result.stderr());
        done.accept(result.code());
    }

    private void sleep(List<String> words, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        Optional<Duration> time = Script.sleep(words);
        if (time.isPresent()) {
            simulation.engine().schedule(time.get(), () -> done.accept(0));
        } else {
            err.accept("sleep SECONDS\n");
            done.accept(2);
        }
    }

    private void expect(List<String> words, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        try {
            Expected expected = ExpectationParser.parse(words.subList(1, words.size()));
            simulation.expecting().begin(expected, said, verdict -> {
                (verdict.holds() ? out : err).accept(verdict.text());
                done.accept(verdict.holds() ? 0 : 1);
            });
        } catch (WrongExpectationException wrong) {
            err.accept(wrong.getMessage() + "\n");
            done.accept(2);
        }
    }

    /// Begins a line of the console and remembers it, and what it says; one that lets the user edit a text is remembered
    /// by what the user then changes.
    ///
    /// @param words the words after `kubectl`
    /// @param files what `-f` may read
    public StartedCommand command(
            List<String> words, FileReader files, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        ReadFiles reading = new ReadFiles(files);
        long at = simulation.engine().nowNanos();
        StartedCommand command = begun(words, runner(words, reading), out, err, done);
        if (!Kubectl.edits(words)) {
            started.add(command);
            inputs.add(new Recording.Timed(at, new Input.Command(words, reading.all())));
        }
        return command;
    }

    /// What is expected is expected of what the command before it said.
    private StartedCommand begun(
            List<String> words, CommandRunner runner, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        if (!words.isEmpty()
                && (words.getFirst().equals("expect") || words.getFirst().equals("sleep"))) {
            return runner.start(words, out, err, done);
        }
        StringBuilder all = new StringBuilder();
        return runner.start(words, heard(out, all), heard(err, all), code -> {
            said = new Said(all.toString(), code);
            done.accept(code);
        });
    }

    /// Stops a command that this run has begun, and remembers it.
    public void stop(StartedCommand command) {
        int number = started.indexOf(command);
        if (number >= 0 && !command.isOver()) {
            remember(new Input.Stop(number));
        }
        command.stop();
    }

    private void stopAgain(int number) {
        if (number < started.size()) {
            stop(started.get(number));
        }
    }

    private static Consumer<String> heard(Consumer<String> print, StringBuilder all) {
        return text -> {
            all.append(text);
            print.accept(text);
        };
    }

    /// What was done to it so far; a view that grows.
    public List<Recording.Timed> inputs() {
        return Collections.unmodifiableList(inputs);
    }

    /// All that this run follows from, as it now stands.
    ///
    /// @param momentNanos the moment that is looked at
    public Recording recording(long momentNanos) {
        return new Recording(options, inputs, momentNanos, simulation.engine().nowNanos());
    }

    private void remember(Input input) {
        inputs.add(new Recording.Timed(simulation.engine().nowNanos(), input));
    }

    private void runUntil(long nanos, BooleanSupplier stopped) {
        while (simulation.engine().nowNanos() < nanos && !stopped.getAsBoolean()) {
            simulation.engine().runUntil(Math.min(nanos, simulation.engine().nowNanos() + SLICE_NANOS));
        }
    }

    private void perform(Input input) {
        try {
            switch (input) {
                case Input.Command(var words, var files) ->
                    command(words, ReadFiles.again(files), _ -> {}, _ -> {}, _ -> {});
                case Input.Stop(var number) -> stopAgain(number);
                case Input.Create(var object) -> cluster.create(object);
                case Input.Replace(var object) -> cluster.replace(object);
                case Input.ReplaceStatus(var object) -> cluster.replaceStatus(object);
                case Input.Change(var object, var patch) -> cluster.patch(object, patch);
                case Input.Apply(var object, var manager, var force) -> cluster.apply(object, manager, force);
                case Input.Scale(var object, var replicas) -> cluster.scale(object, replicas);
                case Input.Delete(var object, var deletion) -> cluster.delete(object, deletion);
            }
        } catch (ClusterException refused) {
            // it was refused then, too, and changed nothing
        }
    }

    @Override
    public void close() {
        simulation.close();
    }
}
