package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.Quantities;
import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the Pods of a node ask for and are limited to, each and all (`describe.go describeNodeResource`).
final class NodeAmounts {

    private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage", "pods");

    private final Lines lines;
    private final Map<String, Quantity> allocatable;

    private NodeAmounts(Lines lines, Map<String, Quantity> allocatable) {
        this.lines = lines;
        this.allocatable = allocatable;
    }

    static void of(Lines lines, Cluster cluster, Node node) {
        Map<String, Quantity> capacity = node.getStatus() == null ? Map.of() : allocatable(node);
        String name = node.getMetadata().getName();
        List<Pod> pods = cluster
                .list(Query.all(Kinds.POD)
                        .withFields("spec.nodeName=" + name + ",status.phase!=Succeeded,status.phase!=Failed"))
                .stream()
                .map(Pod.class::cast)
                .toList();
        NodeAmounts amounts = new NodeAmounts(lines, capacity);
        amounts.pods(cluster, pods);
        amounts.all(pods);
    }

    private static Map<String, Quantity> allocatable(Node node) {
        Map<String, Quantity> allocatable = node.getStatus().getAllocatable();
        Map<String, Quantity> known =
                allocatable == null || allocatable.isEmpty() ? node.getStatus().getCapacity() : allocatable;
        return known == null ? Map.of() : new TreeMap<>(known);
    }

    private void pods(Cluster cluster, List<Pod> pods) {
        lines.field(0, "Non-terminated Pods", "(" + pods.size() + " in total)");
        lines.line(1, "Namespace", "Name", "", "CPU Requests", "CPU Limits", "Memory Requests", "Memory Limits", "Age");
        lines.line(1, "---------", "----", "", "------------", "----------", "---------------", "-------------", "---");
        for (Pod pod : pods) {
            Map<String, Quantity> requests = PodAmounts.requests(pod.getSpec());
            Map<String, Quantity> limits = PodAmounts.limits(pod.getSpec());
            lines.line(
                    1,
                    pod.getMetadata().getNamespace(),
                    pod.getMetadata().getName(),
                    "",
                    share("cpu", requests),
                    share("cpu", limits),
                    share("memory", requests),
                    share("memory", limits),
                    Ages.since(pod.getMetadata().getCreationTimestamp(), cluster.now()));
        }
    }

    private void all(List<Pod> pods) {
        lines.line(0, "Allocated resources:");
        lines.line(1, "(Total limits may be over 100 percent, i.e., overcommitted.)");
        lines.line(1, "Resource", "Requests", "Limits");
        lines.line(1, "--------", "--------", "------");
        Map<String, Quantity> requests = new TreeMap<>();
        Map<String, Quantity> limits = new TreeMap<>();
        for (Pod pod : pods) {
            PodAmounts.requests(pod.getSpec()).forEach((name, amount) -> requests.merge(name, amount, Quantities::sum));
            PodAmounts.limits(pod.getSpec()).forEach((name, amount) -> limits.merge(name, amount, Quantities::sum));
        }
        for (String name : List.of("cpu", "memory", "ephemeral-storage")) {
            lines.line(1, name, share(name, requests), share(name, limits));
        }
        allocatable.keySet().stream()
                .filter(name -> name.startsWith("hugepages-"))
                .forEach(name -> lines.line(1, name, share(name, requests), share(name, limits)));
        allocatable.keySet().stream()
                .filter(name -> !STANDARD.contains(name) && !name.startsWith("hugepages-"))
                .forEach(name -> lines.line(
                        1, name, Quantities.canonical(requests.get(name)), Quantities.canonical(limits.get(name))));
    }

    /// An amount and how much of the node's it is, in whole percent.
    private String share(String name, Map<String, Quantity> amounts) {
        BigDecimal whole = Quantities.exact(allocatable.get(name));
        BigDecimal part = Quantities.exact(amounts.get(name));
        BigDecimal percent =
                whole.signum() == 0 ? BigDecimal.ZERO : part.movePointRight(2).divide(whole, 0, RoundingMode.DOWN);
        return Quantities.canonical(amounts.get(name)) + " (" + percent.toPlainString() + "%)";
    }
}
