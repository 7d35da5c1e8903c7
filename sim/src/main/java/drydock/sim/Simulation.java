package drydock.sim;

import drydock.sim.container.Container;
import drydock.sim.container.Streams;
import drydock.sim.controller.autoscaling.HorizontalController;
import drydock.sim.engine.Engine;
import drydock.sim.kubelet.Kubelets;
import drydock.sim.metrics.Usages;
import drydock.sim.network.ClusterNetwork;
import drydock.sim.script.CommandResult;
import drydock.sim.script.CommandRunner;
import drydock.sim.script.Script;
import drydock.sim.script.ScriptRun;
import drydock.sim.script.Trace;
import drydock.sim.store.ApiServer;
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
    private final Kubelets kubelets;
    private final ClusterNetwork network;

    private Simulation(Engine engine, ApiServer api, Kubelets kubelets, ClusterNetwork network) {
        this.engine = engine;
        this.api = api;
        this.kubelets = kubelets;
        this.network = network;
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
        ApiServer api = controlPlane.apply(engine);
        ClusterNetwork network = ClusterNetwork.start(engine, api, options.offline(), options.proxyMode());
        Kubelets kubelets = new Kubelets(engine, api, options.offline(), network);
        kubelets.start(options.nodes());
        return new Simulation(engine, api, kubelets, network);
    }

    /// Starts a cluster with the whole control plane.
    public static Simulation start(SimulationOptions options) {
        Simulation simulation = start(options, new ControlPlane());
        HorizontalController.start(simulation.engine, simulation.api, simulation.usages());
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

    /// Runs a script with `kubectl`, tracing what happens in `namespace`.
    public List<CommandResult> run(Script script, CommandRunner kubectl, Trace trace, String namespace) {
        return new ScriptRun(engine, api, kubectl, this::runOutside, this::loseNode, trace).run(script, namespace);
    }

    /// Cuts a node off: its kubelet ends, what runs on it runs on unseen; false if there is no such node.
    public boolean loseNode(String node) {
        network.cutOff(node);
        return kubelets.stop(node);
    }

    /// The cluster's network, and the requests that go through it.
    public ClusterNetwork network() {
        return network;
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
        api.close();
    }
}
