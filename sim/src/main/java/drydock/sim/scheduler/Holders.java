package drydock.sim.scheduler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// On which nodes there are Pods with which labels, and how many: a Deployment has Pods on a few of thousands of nodes,
/// and those are found without asking each node.
final class Holders {

    private final Map<LabelSet, Map<NodeInfo, Integer>> byLabels = new HashMap<>();

    void add(LabelSet labels, NodeInfo node) {
        byLabels.computeIfAbsent(labels, _ -> new HashMap<>()).merge(node, 1, Integer::sum);
    }

    void remove(LabelSet labels, NodeInfo node) {
        byLabels.computeIfPresent(labels, (_, nodes) -> {
            nodes.computeIfPresent(node, (_, count) -> count == 1 ? null : count - 1);
            return nodes.isEmpty() ? null : nodes;
        });
    }

    /// The nodes with Pods that have one of these labels, and how many there are on each; a view, in no order.
    Map<NodeInfo, Integer> of(List<LabelSet> chosen) {
        if (chosen.size() == 1) {
            return byLabels.getOrDefault(chosen.getFirst(), Map.of());
        }
        Map<NodeInfo, Integer> all = new HashMap<>();
        chosen.forEach(labels ->
                byLabels.getOrDefault(labels, Map.of()).forEach((node, count) -> all.merge(node, count, Integer::sum)));
        return all;
    }
}
