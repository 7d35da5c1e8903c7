package drydock.sim.controller;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.kubectl.Kubectl;
import drydock.sim.script.CommandResult;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A whole simulated cluster for tests of its controllers: manifests are applied, time is moved, and what stands then
/// is asked for.
public final class Bench implements AutoCloseable {

    private final Simulation simulation;

    private Bench(SimulationOptions options) {
        simulation = Simulation.start(options);
        pass(2);
    }

    /// Three nodes that are ready.
    public static Bench start() {
        return new Bench(SimulationOptions.DEFAULT);
    }

    public static Bench startAt(String instant) {
        SimulationOptions usual = SimulationOptions.DEFAULT;
        return new Bench(new SimulationOptions(
                usual.seed(), Instant.parse(instant), usual.nodes(), usual.offline(), usual.proxyMode()));
    }

    public Simulation simulation() {
        return simulation;
    }

    public Bench apply(String yaml) {
        CommandResult result = run(Map.of("it.yaml", yaml), "apply -f it.yaml");
        if (result.code() != 0) {
            throw new AssertionError(result.stderr());
        }
        return this;
    }

    /// What `kubectl` says to these words.
    public CommandResult kubectl(String words) {
        return run(Map.of(), words);
    }

    private CommandResult run(Map<String, String> files, String words) {
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        AtomicInteger code = new AtomicInteger(-1);
        new Kubectl(simulation.cluster(), "default", _ -> files)
                .run(List.of(words.split(" ", -1)), out::append, err::append, code::set);
        for (int waited = 0; code.get() < 0 && waited < 600; waited++) {
            pass(1);
        }
        return new CommandResult(out.toString(), err.toString(), code.get());
    }

    public Bench pass(long seconds) {
        simulation.advance(Duration.ofSeconds(seconds), Integer.MAX_VALUE);
        return this;
    }

    public Bench passMillis(long millis) {
        simulation.advance(Duration.ofMillis(millis), Integer.MAX_VALUE);
        return this;
    }

    public <T extends HasMetadata> T get(ResourceKind kind, String name, Class<T> type) {
        return simulation
                .cluster()
                .get(ResourceId.of(kind, kind.namespaced() ? "default" : "", name))
                .map(type::cast)
                .orElseThrow(() -> new AssertionError("no " + kind.kind() + " " + name));
    }

    public boolean has(ResourceKind kind, String name) {
        return simulation
                .cluster()
                .get(ResourceId.of(kind, kind.namespaced() ? "default" : "", name))
                .isPresent();
    }

    public List<HasMetadata> list(ResourceKind kind) {
        return simulation.cluster().list(Query.in(kind, "default"));
    }

    public List<String> names(ResourceKind kind) {
        return list(kind).stream().map(o -> o.getMetadata().getName()).toList();
    }

    public List<Pod> pods() {
        return list(Kinds.POD).stream().map(Pod.class::cast).toList();
    }

    /// The events about the object called `name`, as `Reason: message`, in the order of their first time.
    public List<String> events(String name) {
        return list(Kinds.EVENT).stream()
                .map(Event.class::cast)
                .filter(e -> e.getInvolvedObject().getName().equals(name))
                .map(e -> e.getReason() + ": " + e.getMessage())
                .toList();
    }

    @Override
    public void close() {
        simulation.close();
    }
}
