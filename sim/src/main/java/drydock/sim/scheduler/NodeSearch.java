package drydock.sim.scheduler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The search for nodes that can take a Pod (`pkg/scheduler/schedule_one.go findNodesThatFitPod`): it begins where the
/// last one ended and stops when enough are found.
final class NodeSearch {

    /// What a search found.
    ///
    /// @param looked how many nodes were looked at
    record Found(List<NodeInfo> feasible, Diagnosis diagnosis, int looked) {}

    private final Nominations nominations;
    private int start;

    NodeSearch(Nominations nominations) {
        this.nominations = nominations;
    }

    Found find(Attempt attempt) {
        Filtering filtering = Filtering.of(attempt);
        int count = attempt.nodes().size();
        if (filtering.nowhere().isPresent()) {
            return new Found(List.of(), new Diagnosis(count, filtering.nowhere(), Map.of(), Optional.empty()), 0);
        }
        Optional<NodeInfo> nominated = nominations
                .nodeOf(attempt.pod().id())
                .flatMap(name -> attempt.nodes().stream()
                        .filter(n -> n.name().equals(name))
                        .findFirst())
                .filter(n -> check(attempt, filtering, n).isEmpty());
        if (nominated.isPresent()) {
            return new Found(
                    List.of(nominated.get()), new Diagnosis(count, Optional.empty(), Map.of(), Optional.empty()), 1);
        }
        return search(attempt, filtering);
    }

    private Found search(Attempt attempt, Filtering filtering) {
        List<NodeInfo> nodes = filtering
                .only()
                .map(names -> attempt.nodes().stream()
                        .filter(n -> names.contains(n.name()))
                        .toList())
                .orElse(attempt.nodes());
        int enough = enough(nodes.size());
        List<NodeInfo> feasible = new ArrayList<>(enough);
        Map<String, Rejection> rejections = new LinkedHashMap<>();
        int looked = 0;
        for (; looked < nodes.size() && feasible.size() < enough; looked++) {
            NodeInfo node = nodes.get((start + looked) % nodes.size());
            Optional<Rejection> rejection = check(attempt, filtering, node);
            if (rejection.isPresent()) {
                rejections.put(node.name(), rejection.get());
            } else {
                feasible.add(node);
            }
        }
        start = nodes.isEmpty() ? 0 : (start + looked) % nodes.size();
        Optional<Rejection> notAsked = filtering.only().map(_ -> filtering.notAsked());
        return new Found(
                feasible, new Diagnosis(attempt.nodes().size(), Optional.empty(), rejections, notAsked), looked);
    }

    /// A node has to take the Pod with those that it is promised to, and without them, since they may not come.
    Optional<Rejection> check(Attempt attempt, Filtering filtering, NodeInfo node) {
        List<PodInfo> promised = nominations.before(attempt.pod(), node.name());
        if (!promised.isEmpty()) {
            NodeInfo full = node.copy();
            promised.forEach(full::add);
            Optional<Rejection> rejection = Filtering.of(attempt.with(full)).check(full);
            if (rejection.isPresent()) {
                return rejection;
            }
        }
        return filtering.check(node);
    }

    /// How many nodes that can take a Pod are looked for among `count` (`numFeasibleNodesToFind`).
    static int enough(int count) {
        int least = 100;
        return count < least ? count : Math.max(least, count * Math.max(5, 50 - count / 125) / 100);
    }
}
