package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A node, and what the Pods on it, or on their way to it, have asked for (`pkg/scheduler/framework/types.go
/// NodeInfo`).
final class NodeInfo {

    private Node node;
    private final Map<String, Long> allocatable = new TreeMap<>();
    private final Map<String, Long> requested = new TreeMap<>();
    private final List<ContainerPort> hostPorts = new ArrayList<>();
    private long scoredCpu;
    private long scoredMemory;
    private int pods;

    NodeInfo(Node node) {
        this.node = node;
        update(node);
    }

    void update(Node now) {
        node = now;
        allocatable.clear();
        if (now.getStatus() != null && now.getStatus().getAllocatable() != null) {
            for (Map.Entry<String, Quantity> entry :
                    now.getStatus().getAllocatable().entrySet()) {
                allocatable.put(entry.getKey(), PodRequest.number(entry.getKey(), entry.getValue()));
            }
        }
    }

    void add(PodRequest pod) {
        change(pod, 1);
        hostPorts.addAll(pod.hostPorts());
    }

    void remove(PodRequest pod) {
        change(pod, -1);
        pod.hostPorts().forEach(hostPorts::remove);
    }

    private void change(PodRequest pod, int sign) {
        pod.amounts().forEach((resource, amount) -> requested.merge(resource, sign * amount, Long::sum));
        scoredCpu += sign * pod.scoredCpu();
        scoredMemory += sign * pod.scoredMemory();
        pods += sign;
    }

    Node node() {
        return node;
    }

    String name() {
        return node.getMetadata().getName();
    }

    long allocatable(String resource) {
        return allocatable.getOrDefault(resource, 0L);
    }

    long requested(String resource) {
        return requested.getOrDefault(resource, 0L);
    }

    long scoredCpu() {
        return scoredCpu;
    }

    long scoredMemory() {
        return scoredMemory;
    }

    int pods() {
        return pods;
    }

    /// Whether a Pod here holds that port on an address that it would share.
    boolean holds(ContainerPort wanted) {
        return hostPorts.stream().anyMatch(held -> clash(held, wanted));
    }

    private static boolean clash(ContainerPort one, ContainerPort other) {
        return one.getHostPort().equals(other.getHostPort())
                && Objects.requireNonNullElse(one.getProtocol(), "TCP")
                        .equals(Objects.requireNonNullElse(other.getProtocol(), "TCP"))
                && (address(one).equals(address(other))
                        || address(one).equals("0.0.0.0")
                        || address(other).equals("0.0.0.0"));
    }

    private static String address(ContainerPort port) {
        return port.getHostIP() == null || port.getHostIP().isEmpty() ? "0.0.0.0" : port.getHostIP();
    }
}
