package drydock.sim.network;

import drydock.sim.engine.Engine;
import drydock.sim.network.ServiceRules.Target;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The rules of kube-proxy (`pkg/proxy/topology.go`, `pkg/proxy/iptables/proxier.go`, `pkg/proxy/ipvs/proxier.go`).
final class Proxy {

    /// What a node's rules do with a connection to a Service.
    sealed interface Choice {

        record To(Target target) implements Choice {}

        /// The connection is turned away: there is no endpoint anywhere.
        record Reject() implements Choice {}

        /// The connection is let fall: there is none on this node, and no other may be taken.
        record Drop() implements Choice {}
    }

    private final Engine engine;
    private final Supplier<ProxyMode> mode;
    private final UnaryOperator<String> zones;
    private final Map<String, Integer> turns = new HashMap<>();
    private final Map<String, Kept> affinities = new HashMap<>();

    private record Kept(Target target, long nanos) {}

    /// @param zones tells the zone of a node, empty if it is in none
    Proxy(Engine engine, Supplier<ProxyMode> mode, UnaryOperator<String> zones) {
        this.engine = engine;
        this.mode = mode;
        this.zones = zones;
    }

    /// @param external whether it comes by a node port, a balancer or an external address
    /// @param inside whether a Pod or a node of the cluster sends it
    /// @param client the sender's address
    Choice choose(String node, ServiceRules rules, ServicePort port, boolean external, boolean inside, String client) {
        List<Target> all = rules.targets(port);
        List<Target> usable = usable(all, _ -> true);
        if (usable.isEmpty()) {
            return new Choice.Reject();
        }
        // a Pod that asks a Service by its outer address is as if it had asked by the inner one
        if (rules.localOnly(external) && !(external && inside)) {
            usable = usable(all, t -> t.node().equals(node));
            if (usable.isEmpty()) {
                return new Choice.Drop();
            }
        } else {
            usable = near(node, usable);
        }
        String key = node + " " + rules.id() + " " + Objects.requireNonNullElse(port.getName(), "");
        int seconds = rules.affinitySeconds();
        if (seconds == 0) {
            return new Choice.To(next(node, key, usable));
        }
        return new Choice.To(kept(node, key, client, usable, Duration.ofSeconds(seconds)));
    }

    /// Those that are meant for the node, if each of the ready ones says for whom it is meant and one is for this node;
    /// else the same of its zone; else all (`pkg/proxy/topology.go`, topologyModeFromHints).
    private List<Target> near(String node, List<Target> usable) {
        if (usable.stream().noneMatch(Target::ready)) {
            return usable;
        }
        if (usable.stream().noneMatch(t -> t.forNodes().isEmpty())) {
            List<Target> here =
                    usable.stream().filter(t -> t.forNodes().contains(node)).toList();
            if (!here.isEmpty()) {
                return here;
            }
        }
        if (usable.stream().noneMatch(t -> t.forZones().isEmpty())) {
            String zone = zones.apply(node);
            List<Target> here =
                    usable.stream().filter(t -> t.forZones().contains(zone)).toList();
            if (!here.isEmpty()) {
                return here;
            }
        }
        return usable;
    }

    /// The ready ones; if there are none, those that still serve while they end.
    static List<Target> usable(List<Target> targets, Predicate<Target> of) {
        List<Target> ready = targets.stream().filter(of).filter(Target::ready).toList();
        return !ready.isEmpty()
                ? ready
                : targets.stream()
                        .filter(of)
                        .filter(t -> t.serving() && t.terminating())
                        .toList();
    }

    private Target kept(String node, String key, String client, List<Target> usable, Duration time) {
        Kept before = affinities.get(key + " " + client);
        boolean stays = before != null
                && engine.nowNanos() - before.nanos() < time.toNanos()
                && usable.stream().anyMatch(t -> isSame(t, before.target()));
        Target target = stays ? before.target() : next(node, key, usable);
        affinities.put(key + " " + client, new Kept(target, engine.nowNanos()));
        return target;
    }

    private static boolean isSame(Target one, Target other) {
        return one.address().equals(other.address()) && one.port() == other.port();
    }

    private Target next(String node, String key, List<Target> usable) {
        return switch (mode.get()) {
            case IPTABLES -> usable.get(rule(usable.size(), engine.random("kube-proxy/" + node)));
            case IPVS -> usable.get(Math.floorMod(turns.merge(key, 1, Integer::sum) - 1, usable.size()));
        };
    }

    /// The rules are tried in their order, the i-th of n matches with a chance of 1/(n−i), the last one surely.
    static int rule(int rules, SplittableRandom random) {
        for (int i = 0; i < rules - 1; i++) {
            if (random.nextDouble() < 1.0 / (rules - i)) {
                return i;
            }
        }
        return rules - 1;
    }
}
