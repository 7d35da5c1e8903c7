package drydock.sim.controller.node;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The taints that follow from what is said of a node (`node_lifecycle_controller.go doNoScheduleTaintingPass`).
final class ConditionTaints {

    private static final String UNSCHEDULABLE = "node.kubernetes.io/unschedulable";
    private static final Set<String> OWN = Set.of(
            Nodes.NOT_READY,
            Nodes.UNREACHABLE,
            UNSCHEDULABLE,
            "node.kubernetes.io/memory-pressure",
            "node.kubernetes.io/disk-pressure",
            "node.kubernetes.io/pid-pressure",
            "node.kubernetes.io/network-unavailable");

    private ConditionTaints() {}

    /// The taints that `node` is to have: its own of this kind where they are due, new ones behind the others.
    static List<Taint> of(Node node) {
        List<String> due = new ArrayList<>();
        for (NodeCondition condition : node.getStatus().getConditions()) {
            key(condition).ifPresent(due::add);
        }
        if (node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable())) {
            due.add(UNSCHEDULABLE);
        }
        List<Taint> taints = new ArrayList<>();
        for (Taint taint : Nodes.taints(node)) {
            boolean own = Nodes.NO_SCHEDULE.equals(taint.getEffect()) && OWN.contains(taint.getKey());
            if (!own || due.remove(taint.getKey())) {
                taints.add(taint);
            }
        }
        due.forEach(key -> taints.add(new Taint(Nodes.NO_SCHEDULE, key, null, null)));
        return taints;
    }

    private static Optional<String> key(NodeCondition condition) {
        boolean holds = "True".equals(condition.getStatus());
        return switch (condition.getType()) {
            case "Ready" ->
                holds
                        ? Optional.empty()
                        : Optional.of("False".equals(condition.getStatus()) ? Nodes.NOT_READY : Nodes.UNREACHABLE);
            case "MemoryPressure" -> holds ? Optional.of("node.kubernetes.io/memory-pressure") : Optional.empty();
            case "DiskPressure" -> holds ? Optional.of("node.kubernetes.io/disk-pressure") : Optional.empty();
            case "PIDPressure" -> holds ? Optional.of("node.kubernetes.io/pid-pressure") : Optional.empty();
            case "NetworkUnavailable" ->
                holds ? Optional.of("node.kubernetes.io/network-unavailable") : Optional.empty();
            default -> Optional.empty();
        };
    }
}
