package drydock.sim;

import drydock.model.resource.ResourceId;
import drydock.sim.container.Container;
import drydock.sim.container.Streams;
import drydock.sim.engine.Engine;
import drydock.sim.expect.Evidence;
import drydock.sim.expect.Expecting;
import drydock.sim.fault.FaultCommand;
import drydock.sim.fault.FaultPlan;
import drydock.sim.fault.Faults;
import drydock.sim.fault.RandomFaults;
import drydock.sim.kubectl.Printed;
import drydock.sim.kubelet.Kubelets;
import drydock.sim.load.LoadHistory;
import drydock.sim.metrics.Usages;
import drydock.sim.network.ClusterNetwork;
import drydock.sim.part.Parts;
import drydock.sim.scheduler.Decisions;
import drydock.sim.scheduler.SchedulingDecision;
import drydock.sim.script.CommandResult;
import drydock.sim.script.CommandRunner;
import drydock.sim.script.Script;
import drydock.sim.script.ScriptRun;
import drydock.sim.script.Transcript;
import drydock.sim.store.ApiServer;
import drydock.sim.traffic.Traffic;
import drydock.sim.traffic.TrafficCommand;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// A simulated cluster that runs in virtual time.
///
/// **Time** stands still between calls; [#advance] moves it by a slice, as a window does once a frame, and does no more
/// than it is allowed to, so that the window stays alive however much happens.
///
/// **Threads.** None: all calls come from one thread.
///
/// ```java
/// try (Simulation simulation = Simulation.start(SimulationOptions.DEFAULT)) {
///     simulation.cluster().create(pod);
///     simulation.advance(Duration.ofSeconds(2), Integer.MAX_VALUE);
/// }
/// ```
public final class Simulation implements AutoCloseable {

    private final Engine engine;
    private final ApiServer api;
    private final ApiServer server;
    private final Parts parts;
    private final Kubelets kubelets;
    private final Decisions decisions;
    private final Faults faults;
    private final ClusterNetwork network;

    private Simulation(SimulationOptions options, Engine engine, ApiServer server, Parts parts, Decisions decisions) {
        this.engine = engine;
        this.server = server;
        this.api = parts.outside();
        this.parts = parts;
        this.decisions = decisions;
        this.network = ClusterNetwork.start(engine, server, options.offline(), options.proxyMode());
        this.kubelets = new Kubelets(engine, server, parts, options.offline(), network);
        this.faults = new Faults(server, parts, kubelets, network);
        kubelets.start(
                options.nodes(),
                options.found().stream()
                        .filter(Pod.class::isInstance)
                        .flatMap(pod -> server.get(ResourceId.of(pod)).stream())
                        .map(Pod.class::cast)
                        .toList());
    }

    /// How far an advance came.
    ///
    /// @param actions how many actions happened
    /// @param complete whether the clock stands where it was to be; if not, there was more to happen than allowed
    public record Progress(int actions, boolean complete) {}

    /// Starts a cluster: its control plane, then its nodes.
    ///
    /// @param controlPlane makes the API server and starts the components that watch it
    public static Simulation start(SimulationOptions options, Function<Engine, ApiServer> controlPlane) {
        Engine engine = new Engine(options.seed(), options.start());
        ApiServer server = controlPlane.apply(engine);
        return new Simulation(options, engine, server, new Parts(engine, server), new Decisions());
    }

    /// Starts a cluster with the whole control plane.
    public static Simulation start(SimulationOptions options) {
        Engine engine = new Engine(options.seed(), options.start());
        ControlPlane plane = new ControlPlane(options);
        ApiServer server = plane.apply(engine);
        Simulation simulation = new Simulation(options, engine, server, plane.parts(), plane.decisions());
        plane.measureBy(simulation.usages());
        return simulation;
    }

    /// The cluster as its user sees it.
    public ApiServer cluster() {
        return api;
    }

    public Engine engine() {
        return engine;
    }

    public Instant now() {
        return engine.now();
    }

    /// How long until something happens; empty if nothing ever will.
    public Optional<Duration> untilNext() {
        OptionalLong next = engine.nextNanos();
        return next.isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(next.getAsLong() - engine.nowNanos()));
    }

    /// Moves to the next thing that happens, with all that happens at that same moment; false if nothing will.
    public boolean step() {
        if (!engine.step()) {
            return false;
        }
        for (OptionalLong next = engine.nextNanos();
                next.isPresent() && next.getAsLong() == engine.nowNanos();
                next = engine.nextNanos()) {
            engine.step();
        }
        return true;
    }

    /// Moves the clock on by `slice`, but does at most `mostActions`; the rest of the slice is then left.
    public Progress advance(Duration slice, int mostActions) {
        long target = engine.nowNanos() + slice.toNanos();
        int actions = 0;
        for (OptionalLong next = engine.nextNanos();
                next.isPresent() && next.getAsLong() <= target;
                next = engine.nextNanos()) {
            if (actions == mostActions) {
                return new Progress(actions, false);
            }
            engine.step();
            actions++;
        }
        engine.runUntil(target);
        return new Progress(actions, true);
    }

    /// Runs all that happens up to `instant`.
    public void runUntil(Instant instant) {
        Duration left = Duration.between(engine.now(), instant);
        engine.runUntil(engine.nowNanos() + Math.max(0, left.toNanos()));
    }

    /// Runs a script with `kubectl`, telling what happens in `namespace`.
    public List<CommandResult> run(Script script, CommandRunner kubectl, Transcript transcript, String namespace) {
        return new ScriptRun(
                        engine, server, kubectl, this::runOutside, this::fault, this::traffic, expecting(), transcript)
                .run(script, namespace);
    }

    /// What judges whether that is seen which must be.
    public Expecting expecting() {
        return new Expecting(engine, new Evidence(server, network.requests(), new Printed()));
    }

    /// What is wrong in the cluster, and how more goes wrong.
    public Faults faults() {
        return faults;
    }

    /// Lets things go wrong at random from now on.
    public RandomFaults start(FaultPlan plan) {
        return RandomFaults.start(engine, server, parts, kubelets, faults, plan);
    }

    /// The parts of the cluster that can be stopped and delayed, by name.
    public Parts parts() {
        return parts;
    }

    /// What the scheduler last decided on `pod`; empty if it never tried it.
    public Optional<SchedulingDecision> decision(ResourceId pod) {
        return decisions.on(pod);
    }

    /// What the scheduler decided on `pod`, the oldest first, also of one that is gone; see [Decisions#all].
    public List<SchedulingDecision> decisions(ResourceId pod) {
        return decisions.all(pod);
    }

    /// Lets go wrong, or takes back, what a command says; returns what it says of it.
    public CommandResult fault(FaultCommand command) {
        return switch (command) {
            case FaultCommand.Strike(var fault) -> result(faults.strike(fault));
            case FaultCommand.Clear(var fault) -> result(faults.clear(fault));
            case FaultCommand.ClearAll _ -> {
                faults.clearAll();
                yield result(Optional.empty());
            }
            case FaultCommand.Show _ -> {
                StringBuilder text = new StringBuilder();
                faults.inForce().forEach(f -> text.append(f.text()).append('\n'));
                yield new CommandResult(text.toString(), "", 0);
            }
            case FaultCommand.Random(var plan) -> {
                start(plan);
                yield result(Optional.empty());
            }
        };
    }

    private static CommandResult result(Optional<String> problem) {
        return problem.map(p -> new CommandResult("", p + "\n", 1)).orElse(new CommandResult("", "", 0));
    }

    /// Sends requests, or lets them be sent, as a command says; `done` gets its exit code.
    public void traffic(List<String> words, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        TrafficCommand.parse(words)
                .ifPresentOrElse(command -> new Traffic(network).run(command, out, err, done), () -> {
                    err.accept(TrafficCommand.USAGE);
                    done.accept(1);
                });
    }

    /// The cluster's network, and the requests that go through it.
    public ClusterNetwork network() {
        return network;
    }

    /// Begins to note how busy everything is, for who looks at it later.
    public LoadHistory noteLoad() {
        return LoadHistory.start(engine, server, kubelets, network.requests());
    }

    /// What containers use.
    public Usages usages() {
        return kubelets;
    }

    /// Runs a program on a machine outside the cluster, as `curl http://node-1:30000/`; `done` gets its exit code.
    public void runOutside(List<String> words, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        network.outside().exec(words, new Streams("", out, err), done);
    }

    /// The running container `name` of `pod`, to look into or to run programs in.
    public Optional<Container> container(Pod pod, String name) {
        return kubelets.container(pod, name);
    }

    /// What the container `name` of `pod` has written, or with `previous` what its run before has.
    public Optional<String> log(Pod pod, String name, boolean previous) {
        return kubelets.log(pod, name, previous);
    }

    @Override
    public void close() {
        server.close();
    }
}
