package drydock.sim.scheduler;

import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The Pods for which room is being made on a node: until they are there, no less important one may take it
/// (`pkg/scheduler/backend/queue/nominator.go`).
final class Nominations {

    private record Nominated(String node, PodInfo pod) {}

    private final LabelSets labelSets;
    private final TreeMap<ResourceId, Nominated> byPod = new TreeMap<>();
    private final Map<String, Integer> perNode = new HashMap<>();

    /// @param labelSets is told of the labels of those that are promised a node
    Nominations(LabelSets labelSets) {
        this.labelSets = labelSets;
    }

    void nominate(PodInfo given, String node) {
        remove(given.id());
        PodInfo pod = given.with(labelSets.add(given.labels()));
        byPod.put(pod.id(), new Nominated(node, pod));
        perNode.merge(node, 1, Integer::sum);
    }

    void remove(ResourceId pod) {
        Nominated was = byPod.remove(pod);
        if (was != null) {
            labelSets.remove(was.pod().labels());
            perNode.computeIfPresent(was.node(), (_, count) -> count == 1 ? null : count - 1);
        }
    }

    Optional<String> nodeOf(ResourceId pod) {
        return Optional.ofNullable(byPod.get(pod)).map(Nominated::node);
    }

    /// The Pods that are to go to `node`, `pod` aside, and are no less important than it.
    List<PodInfo> before(PodInfo pod, String node) {
        if (perNode.isEmpty() || !perNode.containsKey(node)) {
            return List.of();
        }
        return on(node).stream()
                .filter(p -> !p.id().equals(pod.id()) && p.priority() >= pod.priority())
                .toList();
    }

    /// The Pods that are to go to `node` and are less important than `pod`.
    List<PodInfo> behind(PodInfo pod, String node) {
        return on(node).stream().filter(p -> p.priority() < pod.priority()).toList();
    }

    private List<PodInfo> on(String node) {
        List<PodInfo> found = new ArrayList<>();
        byPod.values().stream().filter(n -> n.node().equals(node)).forEach(n -> found.add(n.pod()));
        return found;
    }
}
