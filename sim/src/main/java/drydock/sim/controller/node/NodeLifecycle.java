package drydock.sim.controller.node;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.SharedInformers;
import drydock.sim.engine.Engine;
import drydock.sim.part.Heartbeats;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.Taint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks every 5 s whether nodes give signs of life, says so of those that do not, and taints them
/// (`pkg/controller/nodelifecycle/node_lifecycle_controller.go`).
///
/// While all nodes are well it does not look at all, since it would see nothing.
public final class NodeLifecycle {

    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(50);
    private static final Duration STARTUP_GRACE = Duration.ofSeconds(60);
    private static final Duration TAINTING_PERIOD = Duration.ofMillis(100);
    private static final List<String> OF_KUBELET = List.of("Ready", "MemoryPressure", "DiskPressure", "PIDPressure");

    private final Engine engine;
    private final ApiServer api;
    private final Heartbeats heartbeats;
    private final Informer<Node> nodes;
    private final Informer<Pod> pods;
    private final Zones zones = new Zones();
    private final Map<String, Long> notBefore = new HashMap<>();
    private final NodeNews news;
    private final long startNanos;
    private boolean looking;
    private boolean tainting;

    private NodeLifecycle(Engine engine, ApiServer server, SharedInformers informers, Heartbeats heartbeats) {
        this.engine = engine;
        this.api = server.as("node-controller");
        this.news = new NodeNews(api);
        this.heartbeats = heartbeats;
        this.startNanos = engine.nowNanos();
        this.pods = informers.pods();
        this.nodes = new Informer<>(api, Kinds.NODE, Node.class).on(this::nodeChanged);
        heartbeats.on(this::lookSoon);
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers, Heartbeats heartbeats) {
        var _ = new NodeLifecycle(engine, server, informers, heartbeats);
    }

    private void nodeChanged(@Nullable Node before, @Nullable Node after) {
        if (after == null) {
            lookSoon();
            return;
        }
        if (before == null) {
            String name = Nodes.name(after);
            notBefore.put(name, engine.nowNanos());
        }
        engine.schedule(Duration.ofMillis(3), () -> taintByConditions(Nodes.name(after)));
        lookSoon();
    }

    private void lookSoon() {
        if (!looking) {
            looking = true;
            long past = (engine.nowNanos() - startNanos) % PERIOD.toNanos();
            engine.schedule(Duration.ofNanos(PERIOD.toNanos() - past), this::look);
        }
    }

    private void look() {
        looking = false;
        news.tell(nodes);
        List<Node> seen = new ArrayList<>();
        boolean well = true;
        for (Node node : List.copyOf(nodes.all())) {
            try {
                Node now = looked(node);
                seen.add(now);
                well &= heartbeats.beating(Nodes.name(now)) && isWell(now);
            } catch (ClusterException stale) {
                // it has changed meanwhile, or cannot be written now: the next look finds it
                seen.add(node);
                well = false;
            }
        }
        switch (zones.look(seen)) {
            case NONE -> {
                // all goes on as it did
            }
            case ALL_DOWN -> seen.forEach(this::reachable);
            case SOME_UP_AGAIN -> seen.forEach(n -> notBefore.put(Nodes.name(n), engine.nowNanos()));
        }
        if (!well) {
            lookSoon();
        }
        taintInTurn();
    }

    private static boolean isWell(Node node) {
        return "True".equals(Nodes.ready(node))
                && !Nodes.has(node, Nodes.UNREACHABLE, Nodes.NO_EXECUTE)
                && !Nodes.has(node, Nodes.NOT_READY, Nodes.NO_EXECUTE);
    }

    /// Looks at one node; returns it as it is then.
    private Node looked(Node node) {
        String before = Nodes.ready(node);
        Node now = isSilent(node) ? unknown(node) : node;
        String ready = Nodes.ready(now);
        switch (ready) {
            case "True" -> reachable(now);
            case "False" -> bad(now, Nodes.NOT_READY, Nodes.UNREACHABLE);
            default -> bad(now, Nodes.UNREACHABLE, Nodes.NOT_READY);
        }
        if (before.equals("True") && !ready.equals("True")) {
            String name = Nodes.name(now);
            api.record(now, "Normal", "NodeNotReady", "Node " + name + " status is now: NodeNotReady", "");
            List.copyOf(pods.of(SharedInformers.onNode(name))).forEach(this::notReady);
        }
        return now;
    }

    private boolean isSilent(Node node) {
        String name = Nodes.name(node);
        long last =
                Math.max(Math.max(startNanos, heartbeats.lastNanos(name)), notBefore.getOrDefault(name, startNanos));
        long period = PERIOD.toNanos();
        long noticed = startNanos + (last - startNanos + period - 1) / period * period;
        Duration grace = Nodes.condition(node, "Ready").isPresent() ? GRACE : STARTUP_GRACE;
        return !heartbeats.beating(name) && engine.nowNanos() > noticed + grace.toNanos();
    }

    private Node unknown(Node node) {
        List<NodeCondition> conditions = new ArrayList<>(node.getStatus().getConditions());
        for (String type : OF_KUBELET) {
            Optional<NodeCondition> old = Nodes.condition(node, type);
            if (old.isEmpty()) {
                conditions.add(unknown(type)
                        .withReason("NodeStatusNeverUpdated")
                        .withMessage("Kubelet never posted node status.")
                        .withLastHeartbeatTime(node.getMetadata().getCreationTimestamp())
                        .build());
            } else if (!"Unknown".equals(old.get().getStatus())) {
                conditions.set(
                        conditions.indexOf(old.get()),
                        unknown(type)
                                .withReason("NodeStatusUnknown")
                                .withMessage("Kubelet stopped posting node status.")
                                .withLastHeartbeatTime(old.get().getLastHeartbeatTime())
                                .build());
            }
        }
        if (conditions.equals(node.getStatus().getConditions())) {
            return node;
        }
        return (Node) api.replaceStatus(new NodeBuilder(node)
                .editStatus()
                .withConditions(conditions)
                .endStatus()
                .build());
    }

    private NodeConditionBuilder unknown(String type) {
        return new NodeConditionBuilder()
                .withType(type)
                .withStatus("Unknown")
                .withLastTransitionTime(Times.seconds(engine.now()));
    }

    /// A node that has been tainted for the other reason is tainted for this one at once, any other in its turn.
    private void bad(Node node, String taint, String other) {
        if (Nodes.has(node, other, Nodes.NO_EXECUTE)) {
            swap(node, taint, other);
        } else if (!Nodes.has(node, taint, Nodes.NO_EXECUTE)) {
            zones.add(node);
        }
    }

    private void reachable(Node node) {
        zones.remove(Nodes.name(node));
        List<Taint> kept = Nodes.taints(node).stream()
                .filter(t -> !Nodes.is(t, Nodes.UNREACHABLE, Nodes.NO_EXECUTE))
                .filter(t -> !Nodes.is(t, Nodes.NOT_READY, Nodes.NO_EXECUTE))
                .toList();
        if (kept.size() < Nodes.taints(node).size()) {
            api.replace(Nodes.withTaints(current(node), kept));
        }
    }

    private void swap(Node node, String taint, String other) {
        Node current = current(node);
        List<Taint> taints = new ArrayList<>(Nodes.taints(current));
        taints.removeIf(t -> Nodes.is(t, other, Nodes.NO_EXECUTE) || Nodes.is(t, taint, Nodes.NO_EXECUTE));
        taints.add(new Taint(Nodes.NO_EXECUTE, taint, Times.seconds(engine.now()), null));
        api.replace(Nodes.withTaints(current, taints));
    }

    private Node current(Node node) {
        return api.get(ResourceId.of(node)).map(Node.class::cast).orElse(node);
    }

    private void taintInTurn() {
        for (Optional<String> next = zones.next(engine.nowNanos());
                next.isPresent();
                next = zones.next(engine.nowNanos())) {
            api.get(ResourceId.of(Kinds.NODE, "", next.get()))
                    .map(Node.class::cast)
                    .ifPresent(node -> {
                        switch (Nodes.ready(node)) {
                            case "True" -> zones.remove(Nodes.name(node));
                            case "False" -> swap(node, Nodes.NOT_READY, Nodes.UNREACHABLE);
                            default -> swap(node, Nodes.UNREACHABLE, Nodes.NOT_READY);
                        }
                    });
        }
        if (zones.anyWaiting() && !tainting) {
            tainting = true;
            engine.schedule(TAINTING_PERIOD, () -> {
                tainting = false;
                taintInTurn();
            });
        }
    }

    private void notReady(Pod pod) {
        boolean ready = pod.getStatus().getConditions().stream()
                .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
        if (!ready) {
            return;
        }
        List<PodCondition> conditions = pod.getStatus().getConditions().stream()
                .map(c -> "Ready".equals(c.getType())
                        ? new PodConditionBuilder(c)
                                .withStatus("False")
                                .withLastTransitionTime(Times.seconds(engine.now()))
                                .build()
                        : c)
                .toList();
        try {
            api.replaceStatus(new PodBuilder(pod)
                    .editStatus()
                    .withConditions(conditions)
                    .endStatus()
                    .build());
            api.record(pod, "Warning", "NodeNotReady", "Node is not ready", "");
        } catch (ClusterException stale) {
            // it has changed or gone meanwhile, so its kubelet is not as silent as was thought, or it is no longer
            // there
            return;
        }
    }

    /// What a node says of itself keeps new Pods off it.
    private void taintByConditions(String name) {
        Optional<Node> found = api.get(ResourceId.of(Kinds.NODE, "", name)).map(Node.class::cast);
        if (found.isPresent()) {
            List<Taint> taints = ConditionTaints.of(found.get());
            if (!taints.equals(Nodes.taints(found.get()))) {
                api.replace(Nodes.withTaints(found.get(), taints));
            }
        }
    }
}
