package drydock.sim.scheduler;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ContainerImage;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A node, and the Pods on it or on their way to it (`pkg/scheduler/framework/types.go NodeInfo`).
final class NodeInfo {

    private Node node;
    private String name = "";
    private Map<String, String> labels = Map.of();
    private @Nullable String hostname;
    private @Nullable String zone;
    private List<Taint> taints = List.of();
    private boolean tainted;
    private boolean closed;
    private final Map<String, Long> allocatable = new TreeMap<>();
    private final Map<String, Long> requested = new TreeMap<>();
    private final List<ContainerPort> hostPorts = new ArrayList<>();
    private final Map<ResourceId, PodInfo> pods = new LinkedHashMap<>();
    private final Map<ResourceId, PodInfo> withAffinity = new LinkedHashMap<>();
    private final Map<LabelSet, Integer> labelSets = new HashMap<>();
    private final Map<String, Long> images = new HashMap<>();
    private long cpu;
    private long memory;
    private long podsAllowed;
    private long podCount;
    private long requestedCpu;
    private long requestedMemory;
    private long scoredCpu;
    private long scoredMemory;
    private int place;

    NodeInfo(Node node) {
        this.node = node;
        update(node);
    }

    /// The same node with the same Pods, to try out on it what would be.
    NodeInfo copy() {
        NodeInfo copy = new NodeInfo(node);
        pods.values().forEach(copy::add);
        return copy;
    }

    void update(Node now) {
        node = now;
        name = now.getMetadata().getName();
        labels = Objects.requireNonNullElse(now.getMetadata().getLabels(), Map.of());
        hostname = labels.get(SpreadConstraint.HOSTNAME);
        zone = labels.get(SpreadConstraint.ZONE);
        taints = now.getSpec() == null ? List.of() : now.getSpec().getTaints();
        tainted = !taints.isEmpty();
        closed = now.getSpec() != null && Boolean.TRUE.equals(now.getSpec().getUnschedulable());
        allocatable.clear();
        if (now.getStatus() != null && now.getStatus().getAllocatable() != null) {
            for (Map.Entry<String, Quantity> entry :
                    now.getStatus().getAllocatable().entrySet()) {
                allocatable.put(entry.getKey(), PodRequest.number(entry.getKey(), entry.getValue()));
            }
        }
        cpu = allocatable("cpu");
        memory = allocatable("memory");
        podsAllowed = allocatable("pods");
        images.clear();
        for (ContainerImage image : now.getStatus() == null
                ? List.<ContainerImage>of()
                : now.getStatus().getImages()) {
            image.getNames()
                    .forEach(name -> images.putIfAbsent(name, Objects.requireNonNullElse(image.getSizeBytes(), 0L)));
        }
        images.values().removeIf(size -> size <= 0);
    }

    /// Its images and their sizes in bytes, by each of their names; a view.
    Map<String, Long> images() {
        return Collections.unmodifiableMap(images);
    }

    /// How large the image called `name` is that it has; 0 if it has none.
    long imageBytes(String name) {
        return images.isEmpty() ? 0 : images.getOrDefault(name, 0L);
    }

    void add(PodInfo pod) {
        pods.put(pod.id(), pod);
        if (pod.hasAffinity()) {
            withAffinity.put(pod.id(), pod);
        }
        labelSets.merge(pod.labels(), 1, Integer::sum);
        hostPorts.addAll(pod.request().hostPorts());
        change(pod.request(), 1);
    }

    void remove(ResourceId id) {
        PodInfo pod = pods.remove(id);
        if (pod != null) {
            withAffinity.remove(id);
            labelSets.computeIfPresent(pod.labels(), (_, count) -> count == 1 ? null : count - 1);
            pod.request().hostPorts().forEach(hostPorts::remove);
            change(pod.request(), -1);
        }
    }

    private void change(PodRequest pod, int sign) {
        pod.amounts().forEach((resource, amount) -> requested.merge(resource, sign * amount, Long::sum));
        requestedCpu += sign * pod.cpu();
        requestedMemory += sign * pod.memory();
        scoredCpu += sign * pod.scoredCpu();
        scoredMemory += sign * pod.scoredMemory();
        podCount = pods.size();
    }

    Node node() {
        return node;
    }

    /// The value of the label of its host's name, null if it has none.
    @Nullable
    String hostname() {
        return hostname;
    }

    /// Where it stands among the nodes that are being compared: who compares some says it of each before.
    int place() {
        return place;
    }

    void place(int now) {
        place = now;
    }

    String name() {
        return name;
    }

    /// The value of the node's label `key`, null if it has none. For each Pod each node is asked for the same two.
    @Nullable
    String label(String key) {
        return switch (key) {
            case SpreadConstraint.HOSTNAME -> hostname;
            case SpreadConstraint.ZONE -> zone;
            default -> labels.get(key);
        };
    }

    List<Taint> taints() {
        return taints;
    }

    /// Whether it has taints at all. For each Pod some hundred nodes are asked, and most have none.
    boolean isTainted() {
        return tainted;
    }

    /// Whether no new Pods are to come here (`spec.unschedulable`).
    boolean isClosed() {
        return closed;
    }

    long allocatable(String resource) {
        return allocatable.getOrDefault(resource, 0L);
    }

    long requested(String resource) {
        return requested.getOrDefault(resource, 0L);
    }

    /// Thousandths of a CPU that it has to give.
    long cpu() {
        return cpu;
    }

    /// Bytes that it has to give.
    long memory() {
        return memory;
    }

    long requestedCpu() {
        return requestedCpu;
    }

    long requestedMemory() {
        return requestedMemory;
    }

    /// Whether there is room for one more Pod that asks for so much CPU and memory.
    boolean hasRoom(long askedCpu, long askedMemory) {
        return podCount < podsAllowed
                && (askedCpu == 0 || askedCpu <= cpu - requestedCpu)
                && (askedMemory == 0 || askedMemory <= memory - requestedMemory);
    }

    long scoredCpu() {
        return scoredCpu;
    }

    long scoredMemory() {
        return scoredMemory;
    }

    /// The Pods here; a view.
    Collection<PodInfo> pods() {
        return Collections.unmodifiableCollection(pods.values());
    }

    /// Those of them that say what others they are to be near; a view.
    Collection<PodInfo> withAffinity() {
        return Collections.unmodifiableCollection(withAffinity.values());
    }

    /// How many Pods there are with one of these labels.
    int count(List<LabelSet> chosen) {
        int count = 0;
        for (int i = 0; i < chosen.size(); i++) {
            Integer pods = labelSets.get(chosen.get(i));
            count += pods == null ? 0 : pods;
        }
        return count;
    }

    /// How many Pods there are whose labels are chosen.
    int count(Predicate<LabelSet> chosen) {
        int count = 0;
        for (Map.Entry<LabelSet, Integer> entry : labelSets.entrySet()) {
            count += chosen.test(entry.getKey()) ? entry.getValue() : 0;
        }
        return count;
    }

    /// Whether a Pod here holds that port on an address that it would share.
    boolean holds(ContainerPort wanted) {
        return hostPorts.stream().anyMatch(held -> clash(held, wanted));
    }

    /// Whether two host ports cannot be held on one node.
    static boolean clash(ContainerPort one, ContainerPort other) {
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
