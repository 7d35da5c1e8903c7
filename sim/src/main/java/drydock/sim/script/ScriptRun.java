package drydock.sim.script;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
import drydock.sim.expect.Expected;
import drydock.sim.expect.Expecting;
import drydock.sim.expect.Said;
import drydock.sim.expect.Verdict;
import drydock.sim.fault.FaultCommand;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/// A run of a script on a simulated cluster, in virtual time, with a trace of what happens in one namespace.
///
/// **Time.** A command takes about a tenth of a second, as starting kubectl does, and then as long as what it waits
/// for. One that waits longer than an hour is given up with exit code 124.
public final class ScriptRun {

    private static final Duration LONGEST_COMMAND = Duration.ofHours(1);
    private static final List<ResourceKind> TRACED = List.of(
            Kinds.POD,
            Kinds.REPLICATION_CONTROLLER,
            Kinds.REPLICA_SET,
            Kinds.DEPLOYMENT,
            Kinds.STATEFUL_SET,
            Kinds.DAEMON_SET,
            Kinds.JOB,
            Kinds.CRON_JOB,
            Kinds.SERVICE,
            Kinds.ENDPOINTS,
            Kinds.ENDPOINT_SLICE,
            Kinds.EVENT);

    private final Engine engine;
    private final ApiServer api;
    private final CommandRunner kubectl;
    private final CommandRunner outside;
    private final Function<FaultCommand, CommandResult> faults;
    private final CommandRunner traffic;
    private final Expecting expecting;
    private final Transcript transcript;
    private final SplittableRandom random;
    private final long startNanos;
    private final List<Background> running = new ArrayList<>();
    private final List<CommandResult> results = new ArrayList<>();
    private Said said = Said.NOTHING;
    private int lastCommand = -1;

    /// @param outside runs programs on a machine outside the cluster
    /// @param faults lets things go wrong, and says what came of it
    /// @param traffic sends requests as the words after `traffic` say
    /// @param expecting judges what must be seen
    public ScriptRun(
            Engine engine,
            ApiServer api,
            CommandRunner kubectl,
            CommandRunner outside,
            Function<FaultCommand, CommandResult> faults,
            CommandRunner traffic,
            Expecting expecting,
            Transcript transcript) {
        this.engine = engine;
        this.api = api;
        this.kubectl = kubectl;
        this.outside = outside;
        this.faults = faults;
        this.traffic = traffic;
        this.expecting = expecting;
        this.transcript = transcript;
        this.random = engine.random("script");
        this.startNanos = engine.nowNanos();
    }

    /// Runs `script`, tracing what happens in `namespace`; returns what its commands and expectations said, in order.
    /// What must be seen and is not has the exit code 1; a command whose exit code is expected has none but 0.
    public List<CommandResult> run(Script script, String namespace) {
        List<Subscription> watches = TRACED.stream()
                .map(kind -> api.watch(Query.in(kind, namespace), this::seen))
                .toList();
        results.clear();
        lastCommand = -1;
        for (Step step : script.steps()) {
            transcript.step(elapsed(), step.text());
            switch (step) {
                case Step.Sleep(var text, var duration) -> engine.runUntil(engine.nowNanos() + duration.toNanos());
                case Step.Command(var text, var arguments) -> told(command(kubectl, arguments));
                case Step.Background(var text, var arguments) -> told(background(arguments));
                case Step.Outside(var text, var words) -> told(command(outside, words));
                case Step.Traffic(var text, var words) -> told(command(traffic, words));
                case Step.Faulty(var text, var command) -> told(faults.apply(command));
                case Step.Expectation(var text, var line, var expected) -> {
                    CommandResult result = expectation(line, expected);
                    if (expected.foreseesExit()) {
                        forgive();
                    }
                    transcript.result(elapsed(), result);
                    results.add(result);
                }
            }
        }
        watches.forEach(Subscription::close);
        running.forEach(Background::stop);
        running.stream().flatMap(run -> run.rest().stream()).forEach(this::told);
        return List.copyOf(results);
    }

    /// The exit code of the last command is no failure of the script: it is expected, or what is expected fails.
    private void forgive() {
        if (lastCommand >= 0) {
            CommandResult last = results.get(lastCommand);
            results.set(lastCommand, new CommandResult(last.stdout(), last.stderr(), 0));
        }
    }

    private CommandResult expectation(int line, Expected expected) {
        List<Verdict> verdicts = new ArrayList<>();
        expecting.begin(expected, said, verdicts::add);
        while (verdicts.isEmpty() && engine.step()) {
            // what is expected may happen
        }
        Verdict verdict = verdicts.isEmpty() ? new Verdict(false, "") : verdicts.getFirst();
        return verdict.holds()
                ? new CommandResult(verdict.text(), "", 0)
                : new CommandResult("", "line " + line + ": " + verdict.text(), 1);
    }

    private void told(CommandResult result) {
        said = new Said(result.stdout() + result.stderr(), result.code());
        lastCommand = results.size();
        results.add(result);
        transcript.result(elapsed(), result);
    }

    private CommandResult command(CommandRunner runner, List<String> arguments) {
        pass(50, 95);
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        List<Integer> code = new ArrayList<>();
        runner.run(arguments, out::append, err::append, code::add);
        long latest = engine.nowNanos() + LONGEST_COMMAND.toNanos();
        while (code.isEmpty() && engine.nowNanos() < latest && engine.step()) {
            // what the command waits for happens
        }
        pass(3, 15);
        return new CommandResult(out.toString(), err.toString(), code.isEmpty() ? 124 : code.getFirst());
    }

    /// Starts a command that runs on; what it says at once is told at once, the rest at the script's end.
    private CommandResult background(List<String> arguments) {
        pass(50, 95);
        Background run = new Background();
        run.begin(kubectl, arguments);
        pass(3, 15);
        running.add(run);
        return run.said();
    }

    private void pass(long fromMillis, long toMillis) {
        engine.runUntil(engine.nowNanos() + random.nextLong(fromMillis * 1_000_000, toMillis * 1_000_000));
    }

    private void seen(ClusterEvent event) {
        switch (event) {
            case ClusterEvent.Added(var object) -> changed("ADDED", object);
            case ClusterEvent.Modified(var object) -> changed("MODIFIED", object);
            case ClusterEvent.Deleted(var object) -> changed("DELETED", object);
            case ClusterEvent.Synced synced -> {}
            case ClusterEvent.Interrupted interrupted -> {}
            case ClusterEvent.Resumed resumed -> {}
            case ClusterEvent.Refused refused -> {}
        }
    }

    /// Events about what is in no namespace, as nodes, are left out.
    private void changed(String type, HasMetadata object) {
        if (object instanceof Event event && event.getInvolvedObject().getNamespace() == null) {
            return;
        }
        transcript.change(elapsed(), type, object);
    }

    private long elapsed() {
        return engine.nowNanos() - startNanos;
    }
}
