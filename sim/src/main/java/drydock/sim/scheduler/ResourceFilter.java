package drydock.sim.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The filter NodeResourcesFit: what a Pod asks for has to be left of what the node has to give
/// (`plugins/noderesources/fit.go`).
final class ResourceFilter implements Filter {

    @Override
    public String name() {
        return "NodeResourcesFit";
    }

    /// A Pod has left or asks for less; a node has come that could take the Pod if it were empty, or has more to give.
    @Override
    public boolean mayHelp(ClusterChange change, PodInfo pod, Namespaces namespaces) {
        return switch (change) {
            case ClusterChange.OfPod(var before, var after) ->
                after == null || (before != null && asksForLess(before.request(), after.request()));
            case ClusterChange.OfNode(var before, var after) ->
                after != null
                        && fits(pod.request(), new NodeInfo(after)).isEmpty()
                        && (before == null || gives(pod.request(), new NodeInfo(before), new NodeInfo(after)));
            case ClusterChange.OfItself(var before, var after) ->
                asksForLess(PodRequest.of(before.getSpec()), PodRequest.of(after.getSpec()));
            case ClusterChange.OfStorage _, ClusterChange.OfNamespace _ -> false;
        };
    }

    private static boolean asksForLess(PodRequest before, PodRequest after) {
        return before.amounts().entrySet().stream()
                .anyMatch(e -> after.amounts().getOrDefault(e.getKey(), 0L) < e.getValue());
    }

    private static boolean gives(PodRequest request, NodeInfo before, NodeInfo after) {
        return after.allocatable("pods") > before.allocatable("pods")
                || request.amounts().keySet().stream().anyMatch(r -> after.allocatable(r) > before.allocatable(r));
    }

    @Override
    public Preparation prepare(Attempt attempt) {
        PodRequest request = attempt.pod().request();
        boolean usual = request.isUsual();
        return Filter.perNode(node ->
                usual && node.hasRoom(request.cpu(), request.memory()) ? Optional.empty() : fits(request, node));
    }

    private Optional<Rejection> fits(PodRequest request, NodeInfo node) {
        List<String> reasons = new ArrayList<>();
        boolean resolvable = true;
        if (node.pods().size() + 1 > node.allocatable("pods")) {
            reasons.add("Too many pods");
        }
        for (Map.Entry<String, Long> asked : request.amounts().entrySet()) {
            long has = node.allocatable(asked.getKey());
            if (asked.getValue() > has - node.requested(asked.getKey())) {
                reasons.add("Insufficient " + asked.getKey());
                resolvable &= asked.getValue() <= has;
            }
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Rejection(name(), reasons, resolvable));
    }
}
