package drydock.sim.kubelet;

import drydock.sim.container.Container;
import drydock.sim.container.ContainerLog;
import drydock.sim.container.Few;
import drydock.sim.container.Network;
import drydock.sim.container.ProcessTable;
import drydock.sim.kubelet.ContainerView.Exit;
import drydock.sim.kubelet.ContainerView.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What runs of one Pod: its sandbox, its containers' runs, and why those that do not run could not be started.
final class PodRuntime {

    private Map<String, ContainerRun> current = Map.of();
    private Map<String, ContainerRun> previous = Map.of();
    private Map<String, Waiting> waiting = Map.of();
    private Map<String, Boolean> ready = Map.of();
    private Map<String, Boolean> started = Map.of();
    private Set<String> again = Set.of();
    private @Nullable Network network;
    private ProcessTable shared = ProcessTable.withPause();
    private boolean sandboxReady;
    private boolean ipShown;
    private ResizeView resize = ResizeView.NONE;

    /// Makes the sandbox: from now on the Pod's network is there.
    void sandbox(Network of) {
        network = of;
        sandboxReady = true;
        shared = ProcessTable.withPause();
    }

    /// The processes of all containers, where they share them.
    ProcessTable shared() {
        return shared;
    }

    void sandboxGone() {
        sandboxReady = false;
    }

    /// The sandbox is lost with its network, as when its machine was off: these containers run anew in the next one.
    void sandboxLost(List<String> anew) {
        sandboxReady = false;
        network = null;
        ipShown = false;
        runAgain(anew);
    }

    /// These containers, of which none runs, run anew in the sandbox that there is.
    void anew(List<String> names) {
        runAgain(names);
        waiting = Map.of();
    }

    private void runAgain(List<String> names) {
        again = new TreeSet<>(again);
        again.addAll(names.stream().filter(current::containsKey).toList());
    }

    /// Whether what runs next takes the place of what a lost sandbox held.
    boolean replacesSandbox() {
        return !again.isEmpty();
    }

    /// Whether one of the containers needs more and more memory.
    boolean grows() {
        return current.values().stream().anyMatch(run -> run.running() && run.grows());
    }

    /// The Pod's address is part of its status from now on.
    void showIp() {
        ipShown = true;
    }

    boolean sandboxReady() {
        return sandboxReady;
    }

    Network network() {
        if (network == null) {
            throw new IllegalStateException("no sandbox");
        }
        return network;
    }

    Optional<Network> networkIfAny() {
        return Optional.ofNullable(network);
    }

    void run(String name, ContainerRun run) {
        ContainerRun before = current.get(name);
        current = Few.with(current, name, run);
        if (before != null) {
            previous = Few.with(previous, name, before);
        }
        if (!again.isEmpty()) {
            again.remove(name);
        }
        waiting = Few.without(waiting, name);
        ready = Few.without(ready, name);
        started = Few.without(started, name);
    }

    /// A run that was there before.
    void found(String name, ContainerRun run, boolean isReady, boolean isStarted) {
        current = Few.with(current, name, run);
        ready = Few.with(ready, name, isReady);
        started = Few.with(started, name, isStarted);
    }

    void waiting(String name, Waiting why) {
        waiting = Few.with(waiting, name, why);
    }

    void ready(String name, boolean passed) {
        ready = Few.with(ready, name, passed);
    }

    void started(String name, boolean passed) {
        started = Few.with(started, name, passed);
    }

    boolean started(String name) {
        return started.getOrDefault(name, false);
    }

    Optional<ContainerRun> current(String name) {
        return Optional.ofNullable(current.get(name));
    }

    /// How a container's last run ended; empty if it runs, or nothing is known of one.
    Optional<Exit> exit(String name) {
        return again.contains(name) ? Optional.empty() : current(name).flatMap(ContainerRun::exit);
    }

    /// The containers that run, by name.
    List<String> running() {
        return current.entrySet().stream()
                .filter(e -> e.getValue().running())
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<Container> container(String name) {
        return current(name).map(ContainerRun::container);
    }

    /// The log of a container's last run, or with `before` of the run before it.
    Optional<String> log(String name, boolean before) {
        return Optional.ofNullable((before ? previous : current).get(name))
                .map(run -> run.container().log());
    }

    Optional<ContainerLog> output(String name, boolean before) {
        return Optional.ofNullable((before ? previous : current).get(name))
                .map(run -> run.container().output());
    }

    /// What the containers have been given is this from now on.
    void resize(ResizeView given) {
        resize = given;
    }

    ResizeView resize() {
        return resize;
    }

    PodView view() {
        return new PodView(sandboxReady, network != null && ipShown ? network.address() : "", containers(), resize);
    }

    private Map<String, ContainerView> containers() {
        if (current.size() == 1 && waiting.isEmpty()) {
            String only = current.keySet().iterator().next();
            return Map.of(only, view(only));
        }
        Map<String, ContainerView> containers = new HashMap<>();
        current.forEach((name, run) -> containers.put(name, view(name)));
        waiting.forEach((name, why) -> containers.put(name, view(name)));
        return containers;
    }

    private ContainerView view(String name) {
        if (again.contains(name)) {
            return new ContainerView(
                    Optional.empty(), current(name).map(ContainerRun::view), Optional.empty(), false, false);
        }
        return new ContainerView(
                current(name).map(ContainerRun::view),
                Optional.ofNullable(previous.get(name)).map(ContainerRun::view),
                Optional.ofNullable(waiting.get(name)),
                ready.getOrDefault(name, false),
                started.getOrDefault(name, false));
    }
}
