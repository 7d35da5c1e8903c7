package drydock.app.simulation;

import drydock.app.session.Component;
import drydock.app.session.Component.Act;
import drydock.app.session.Component.State;
import drydock.model.resource.Kinds;
import drydock.sim.Simulation;
import drydock.sim.fault.Fault;
import drydock.sim.part.Part;
import drydock.sim.store.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The components of a simulated cluster, from who gives commands to who runs containers, and what each did last.
final class Components {

    /// What a user does it with.
    static final String KUBECTL = "kubectl";

    static final String API_SERVER = "kube-apiserver";
    static final String STORE = "etcd";
    private static final String CONTROLLERS = "kube-controller-manager";
    private static final String SCHEDULER = "kube-scheduler";
    private static final String KUBELET = "kubelet";

    /// So many changes are looked through for what a component did last.
    private static final int MOST_CHANGES = 2_000;

    /// What components write beside what they do.
    private static final Set<String> TOLD_BESIDE = Set.of(Kinds.EVENT.kind(), Kinds.LEASE.kind());

    private Components() {}

    /// @param log what happened up to the moment that is seen
    /// @param present whether that is the present: of the past nobody knows what was stopped
    static List<Component> of(Simulation simulation, List<Change> log, boolean present) {
        Map<String, Act> last = lastActs(log);
        List<Component> components = new ArrayList<>();
        components.add(new Component(KUBECTL, State.AT_WORK, 1, 0, Duration.ZERO, act(last, KUBECTL)));
        for (String name : List.of(API_SERVER, STORE, CONTROLLERS, SCHEDULER, KUBELET)) {
            components.add(component(simulation, name, present, act(last, name)));
        }
        return components;
    }

    private static Optional<Act> act(Map<String, Act> acts, String name) {
        return Optional.ofNullable(acts.get(name));
    }

    private static Component component(Simulation simulation, String name, boolean present, Optional<Act> last) {
        // etcd is in the API server's hands and always there
        List<Part> parts = simulation.parts().all().stream()
                .filter(part -> family(part.name()).equals(name))
                .toList();
        int down = (int) parts.stream().filter(part -> !part.connected()).count();
        Duration lag = lag(simulation, name);
        State state = !present
                ? State.UNKNOWN
                : parts.stream().anyMatch(part -> !part.running())
                        ? State.STOPPED
                        : down > 0 ? State.CUT_OFF : lag.isZero() ? State.AT_WORK : State.DELAYED;
        return new Component(name, state, Math.max(1, parts.size()), present ? down : 0, lag, last);
    }

    private static Duration lag(Simulation simulation, String name) {
        Duration lag = Duration.ZERO;
        for (Fault fault : simulation.faults().inForce()) {
            if (fault instanceof Fault.ComponentDelayed(var component, var by)
                    && family(component).equals(name)
                    && by.compareTo(lag) > 0) {
                lag = by;
            }
        }
        return lag;
    }

    /// What each did last; the API server and its store did the last of all.
    private static Map<String, Act> lastActs(List<Change> log) {
        Map<String, Act> acts = new HashMap<>();
        for (int i = log.size() - 1; i >= Math.max(0, log.size() - MOST_CHANGES); i--) {
            Change change = log.get(i);
            Act act = new Act(
                    change.version(),
                    Duration.ofNanos(change.atNanos()),
                    change.component(),
                    Reasons.verb(change),
                    change.object());
            acts.putIfAbsent(STORE, act);
            if (!TOLD_BESIDE.contains(change.object().kind())) {
                acts.putIfAbsent(doer(change.component()), act);
            }
        }
        return acts;
    }

    /// The component that a change's author is part of: controllers have names of their own.
    private static String doer(String author) {
        return switch (family(author)) {
            case "user" -> KUBECTL;
            case "default-scheduler" -> SCHEDULER;
            case API_SERVER -> API_SERVER;
            case KUBELET -> KUBELET;
            default -> CONTROLLERS;
        };
    }

    private static String family(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }
}
