package drydock.sim.scheduler;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The nodes and what is on them, as the scheduler takes them to be: what its watches told, and what it has decided
/// since (`pkg/scheduler/backend/cache`).
final class ClusterView {

    private record Placed(String node, PodInfo pod) {}

    private final TreeMap<String, NodeInfo> nodes = new TreeMap<>();
    private final Map<ResourceId, Placed> placed = new HashMap<>();
    private final TreeSet<ResourceId> keepingApart = new TreeSet<>();
    private final TreeSet<ResourceId> withAffinity = new TreeSet<>();
    private final LabelSets labelSets = new LabelSets();
    private final Holders holders = new Holders();
    private final Map<String, Integer> imageHolders = new HashMap<>();
    private List<NodeInfo> inOrder = List.of();
    private boolean outOfDate;

    /// The nodes by name.
    List<NodeInfo> nodes() {
        if (outOfDate) {
            inOrder = List.copyOf(nodes.values());
            outOfDate = false;
        }
        return inOrder;
    }

    /// The label sets of the Pods on all nodes.
    LabelSets labelSets() {
        return labelSets;
    }

    /// The nodes that have Pods with labels that `chosen` holds, and how many; a view, in no order.
    Map<NodeInfo, Integer> holders(List<LabelSet> chosen) {
        return holders.of(chosen);
    }

    /// How many nodes have the image called `name`.
    int imageHolders(String name) {
        return imageHolders.getOrDefault(name, 0);
    }

    private void count(NodeInfo node, int sign) {
        node.images().keySet().forEach(image -> imageHolders.merge(image, sign, Integer::sum));
    }

    Optional<NodeInfo> node(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    /// Whether a Pod somewhere must not be near some others.
    boolean anyKeepsApart() {
        return !keepingApart.isEmpty();
    }

    /// Whether a Pod somewhere says what others it is to be near, or not.
    boolean anyHasAffinity() {
        return !withAffinity.isEmpty();
    }

    /// A node has come, changed or gone.
    void node(@Nullable Node before, @Nullable Node after) {
        if (after == null) {
            NodeInfo gone =
                    nodes.remove(Objects.requireNonNull(before).getMetadata().getName());
            if (gone != null) {
                count(gone, -1);
                gone.pods().forEach(pod -> holders.remove(pod.labels(), gone));
            }
            outOfDate = true;
            return;
        }
        String name = after.getMetadata().getName();
        NodeInfo known = nodes.get(name);
        if (known != null) {
            count(known, -1);
            known.update(after);
            count(known, 1);
            return;
        }
        NodeInfo info = new NodeInfo(after);
        placed.values().stream().filter(p -> p.node().equals(name)).forEach(p -> add(info, p.pod()));
        nodes.put(name, info);
        count(info, 1);
        outOfDate = true;
    }

    /// Whether `pod`, which has a node, is known to be there, and nothing of it has changed since that a scheduler
    /// heeds:
    /// so it is with every Pod that was put on its node a moment ago.
    @SuppressWarnings("ReferenceEquality") // versions of a Pod have in common what is the same
    boolean isAsPlaced(ResourceId id, Pod pod) {
        Placed was = placed.get(id);
        if (was == null || !was.node().equals(pod.getSpec().getNodeName())) {
            return false;
        }
        Pod known = was.pod().pod();
        return known.getMetadata().getDeletionTimestamp() == null
                && pod.getMetadata().getDeletionTimestamp() == null
                && known.getMetadata().getLabels() == pod.getMetadata().getLabels()
                && known.getSpec().getContainers() == pod.getSpec().getContainers()
                && known.getSpec().getInitContainers() == pod.getSpec().getInitContainers()
                && known.getSpec().getOverhead() == pod.getSpec().getOverhead()
                && PodStates.isInfeasible(known) == PodStates.isInfeasible(pod);
    }

    /// `pod` is on `node`, or will be; the labels and the state that it is known with are those it has now.
    void place(PodInfo given, String node) {
        PodInfo pod = given;
        Placed was = placed.get(pod.id());
        if (was != null
                && was.node().equals(node)
                && was.pod().labels().equals(pod.labels())
                && was.pod().request().equals(pod.request())) {
            return;
        }
        remove(pod.id());
        pod = pod.with(labelSets.add(pod.labels()));
        placed.put(pod.id(), new Placed(node, pod));
        if (!pod.apart().isEmpty()) {
            keepingApart.add(pod.id());
        }
        if (pod.hasAffinity()) {
            withAffinity.add(pod.id());
        }
        NodeInfo info = nodes.get(node);
        if (info != null) {
            add(info, pod);
        }
    }

    private void add(NodeInfo node, PodInfo pod) {
        node.add(pod);
        holders.add(pod.labels(), node);
    }

    /// The Pod called `id` is on no node any more; returns it, empty if it was on none.
    Optional<PodInfo> remove(ResourceId id) {
        Placed was = placed.remove(id);
        if (was == null) {
            return Optional.empty();
        }
        labelSets.remove(was.pod().labels());
        keepingApart.remove(id);
        withAffinity.remove(id);
        NodeInfo info = nodes.get(was.node());
        if (info != null) {
            info.remove(id);
            holders.remove(was.pod().labels(), info);
        }
        return Optional.of(was.pod());
    }
}
