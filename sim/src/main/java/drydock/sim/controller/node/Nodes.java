package drydock.sim.controller.node;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the controllers ask of nodes, and the changes they make to them.
final class Nodes {

    static final String NOT_READY = "node.kubernetes.io/not-ready";
    static final String UNREACHABLE = "node.kubernetes.io/unreachable";
    static final String NO_EXECUTE = "NoExecute";
    static final String NO_SCHEDULE = "NoSchedule";

    private Nodes() {}

    static String name(Node node) {
        return node.getMetadata().getName();
    }

    static Optional<NodeCondition> condition(Node node, String type) {
        return node.getStatus() == null
                ? Optional.empty()
                : node.getStatus().getConditions().stream()
                        .filter(c -> type.equals(c.getType()))
                        .findFirst();
    }

    /// `True`, `False` or `Unknown`; empty if the node says nothing of it.
    static String ready(Node node) {
        return condition(node, "Ready").map(NodeCondition::getStatus).orElse("");
    }

    /// Region and zone, by which nodes go down together.
    static String zone(Node node) {
        Map<String, String> labels =
                Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
        return labels.getOrDefault("topology.kubernetes.io/region", "") + ":"
                + labels.getOrDefault("topology.kubernetes.io/zone", "");
    }

    static List<Taint> taints(Node node) {
        return node.getSpec() == null ? List.of() : node.getSpec().getTaints();
    }

    static boolean has(Node node, String key, String effect) {
        return taints(node).stream().anyMatch(t -> is(t, key, effect));
    }

    static boolean is(Taint taint, String key, String effect) {
        return key.equals(taint.getKey()) && effect.equals(taint.getEffect());
    }

    static Node withTaints(Node node, List<Taint> taints) {
        return new NodeBuilder(node)
                .editOrNewSpec()
                .withTaints(new ArrayList<>(taints))
                .endSpec()
                .build();
    }
}
