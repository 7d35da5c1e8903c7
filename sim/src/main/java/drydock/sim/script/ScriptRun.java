package drydock.sim.script;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
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
    private final Transcript transcript;
    private final SplittableRandom random;
    private final long startNanos;

    /// @param outside runs programs on a machine outside the cluster
    /// @param faults lets things go wrong, and says what came of it
    /// @param traffic sends requests as the words after `traffic` say
    public ScriptRun(
            Engine engine,
            ApiServer api,
            CommandRunner kubectl,
            CommandRunner outside,
            Function<FaultCommand, CommandResult> faults,
            CommandRunner traffic,
            Transcript transcript) {
        this.engine = engine;
        this.api = api;
        this.kubectl = kubectl;
        this.outside = outside;
        this.faults = faults;
        this.traffic = traffic;
        this.transcript = transcript;
        this.random = engine.random("script");
        this.startNanos = engine.nowNanos();
    }

    /// Runs `script`, tracing what happens in `namespace`; returns what its commands said, in order.
    public List<CommandResult> run(Script script, String namespace) {
        List<Subscription> watches = TRACED.stream()
                .map(kind -> api.watch(Query.in(kind, namespace), this::seen))
                .toList();
        List<CommandResult> results = new ArrayList<>();
        for (Step step : script.steps()) {
            transcript.step(elapsed(), step.text());
            switch (step) {
                case Step.Sleep(var text, var duration) -> engine.runUntil(engine.nowNanos() + duration.toNanos());
                case Step.Command(var text, var arguments) -> results.add(told(command(kubectl, arguments)));
                case Step.Outside(var text, var words) -> results.add(told(command(outside, words)));
                case Step.Traffic(var text, var words) -> results.add(told(command(traffic, words)));
                case Step.Faulty(var text, var command) -> results.add(told(faults.apply(command)));
            }
        }
        watches.forEach(Subscription::close);
        return results;
    }

    private CommandResult told(CommandResult result) {
        transcript.result(elapsed(), result);
        return result;
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
