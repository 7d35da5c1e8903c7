package drydock.sim.controller.node;

import io.fabric8.kubernetes.api.model.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The zones of a cluster and how fast nodes of each are tainted so that their Pods are evicted
/// (`nodelifecycle/node_lifecycle_controller.go handleDisruption`): one node in 10 s; in a zone where most nodes are
/// bad one
/// in 100 s, or none if it is small; none if not one node of the cluster is good.
final class Zones {

    private static final double USUAL_PER_SECOND = 0.1;
    private static final double REDUCED_PER_SECOND = 0.01;
    private static final int LARGE = 50;
    private static final double MOSTLY_BAD = 0.55;

    enum State {
        INITIAL,
        NORMAL,
        PARTLY_DISRUPTED,
        FULLY_DISRUPTED
    }

    private static final class Zone {
        private State state = State.INITIAL;
        private double perSecond = USUAL_PER_SECOND;
        private long lastNanos = Long.MIN_VALUE / 2;
        private final List<String> waiting = new ArrayList<>();
    }

    private final Map<String, Zone> zones = new TreeMap<>();

    /// What a new look at the nodes came to.
    enum Turn {
        NONE,
        ALL_DOWN,
        SOME_UP_AGAIN
    }

    /// A look at how many nodes of each zone are good.
    Turn look(Collection<Node> nodes) {
        Map<String, List<Node>> byZone = new TreeMap<>();
        nodes.stream()
                .filter(n -> n.getMetadata().getLabels() == null
                        || !n.getMetadata().getLabels().containsKey("node.kubernetes.io/exclude-disruption"))
                .forEach(n -> byZone.computeIfAbsent(Nodes.zone(n), _ -> new ArrayList<>())
                        .add(n));
        Map<String, State> now = new TreeMap<>();
        byZone.forEach((zone, of) -> now.put(zone, state(of)));
        now.keySet().forEach(zone -> zones.computeIfAbsent(zone, _ -> new Zone()));
        zones.keySet().retainAll(now.keySet());
        boolean allWere = zones.values().stream().allMatch(z -> z.state == State.FULLY_DISRUPTED);
        boolean allAre = now.values().stream().allMatch(s -> s == State.FULLY_DISRUPTED);
        if (zones.isEmpty() || (allWere && allAre)) {
            return Turn.NONE;
        }
        zones.forEach((name, zone) -> {
            State state = now.getOrDefault(name, State.NORMAL);
            if (zone.state != state || allWere || allAre) {
                zone.state = state;
                zone.perSecond = allAre
                        ? 0
                        : rate(state, byZone.getOrDefault(name, List.of()).size());
            }
        });
        return allAre ? Turn.ALL_DOWN : allWere ? Turn.SOME_UP_AGAIN : Turn.NONE;
    }

    static State state(List<Node> nodes) {
        long bad = nodes.stream().filter(n -> !"True".equals(Nodes.ready(n))).count();
        if (bad == nodes.size() && bad > 0) {
            return State.FULLY_DISRUPTED;
        }
        return bad > 2 && (float) bad / nodes.size() >= (float) MOSTLY_BAD ? State.PARTLY_DISRUPTED : State.NORMAL;
    }

    private static double rate(State state, int size) {
        return switch (state) {
            case INITIAL, NORMAL, FULLY_DISRUPTED -> USUAL_PER_SECOND;
            case PARTLY_DISRUPTED -> size > LARGE ? REDUCED_PER_SECOND : 0;
        };
    }

    /// Has `node` tainted in its turn.
    void add(Node node) {
        Zone zone = zones.computeIfAbsent(Nodes.zone(node), _ -> new Zone());
        if (!zone.waiting.contains(Nodes.name(node))) {
            zone.waiting.add(Nodes.name(node));
        }
    }

    /// `node` is not to be tainted.
    void remove(String node) {
        zones.values().forEach(z -> z.waiting.remove(node));
    }

    /// A node whose turn it is at `nowNanos`; empty if there is none yet.
    Optional<String> next(long nowNanos) {
        for (Zone zone : zones.values()) {
            if (!zone.waiting.isEmpty() && zone.perSecond > 0 && nowNanos >= zone.lastNanos + 1e9 / zone.perSecond) {
                zone.lastNanos = nowNanos;
                return Optional.of(zone.waiting.removeFirst());
            }
        }
        return Optional.empty();
    }

    /// Whether a node waits to be tainted.
    boolean anyWaiting() {
        return zones.values().stream().anyMatch(z -> !z.waiting.isEmpty() && z.perSecond > 0);
    }
}
