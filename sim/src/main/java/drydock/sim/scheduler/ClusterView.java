package drydock.sim.scheduler;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The nodes and what is on them, as the scheduler takes them to be: what its watches told, and what it has decided
/// since (`pkg/scheduler/backend/cache`).
final class ClusterView {

    private record Placed(String node, PodRequest request) {}

    private final TreeMap<String, NodeInfo> nodes = new TreeMap<>();
    private final Map<ResourceId, Placed> placed = new HashMap<>();
    private List<NodeInfo> inOrder = List.of();

    /// The nodes by name.
    List<NodeInfo> nodes() {
        return inOrder;
    }

    /// A node has come, changed or gone.
    void node(@Nullable Node before, @Nullable Node after) {
        if (after == null) {
            nodes.remove(Objects.requireNonNull(before).getMetadata().getName());
            inOrder = new ArrayList<>(nodes.values());
            return;
        }
        String name = after.getMetadata().getName();
        NodeInfo known = nodes.get(name);
        if (known != null) {
            known.update(after);
            return;
        }
        NodeInfo info = new NodeInfo(after);
        placed.values().stream().filter(p -> p.node().equals(name)).forEach(p -> info.add(p.request()));
        nodes.put(name, info);
        inOrder = new ArrayList<>(nodes.values());
    }

    /// `pod` is on `node`, or will be.
    void place(Pod pod, String node) {
        ResourceId id = ResourceId.of(pod);
        if (placed.containsKey(id)) {
            return;
        }
        Placed now = new Placed(node, PodRequest.of(pod.getSpec()));
        placed.put(id, now);
        NodeInfo info = nodes.get(node);
        if (info != null) {
            info.add(now.request());
        }
    }

    /// The Pod called `id` is on no node any more; false if it was on none.
    boolean remove(ResourceId id) {
        Placed was = placed.remove(id);
        if (was == null) {
            return false;
        }
        NodeInfo info = nodes.get(was.node());
        if (info != null) {
            info.remove(was.request());
        }
        return true;
    }
}
