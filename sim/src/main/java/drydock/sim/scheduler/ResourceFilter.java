package drydock.sim.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The filter NodeResourcesFit: what a Pod asks for has to be left of what the node has to give
/// (`plugins/noderesources/fit.go`).
final class ResourceFilter implements Filter {

    @Override
    public String name() {
        return "NodeResourcesFit";
    }

    @Override
    public Set<ClusterChange> mendedBy() {
        return Set.of(ClusterChange.NODE_ADDED, ClusterChange.NODE_ALLOCATABLE, ClusterChange.POD_GONE);
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
