package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/// How well a node suits a Pod that it can take, from 0 to 100 each: the more that would be left of it the better
/// (LeastAllocated), the more evenly the better (BalancedAllocation), and the fewer taints that ask to stay away
/// (TaintToleration, weight 3).
final class Scores {

    private static final int BEST = 100;
    private static final int TAINT_WEIGHT = 3;

    private Scores() {}

    /// The scores of `nodes`, in their order.
    static long[] of(Pod pod, PodRequest request, List<NodeInfo> nodes) {
        long[] scores = new long[nodes.size()];
        long[] avoided = new long[nodes.size()];
        long mostAvoided = 0;
        for (int i = 0; i < scores.length; i++) {
            NodeInfo node = nodes.get(i);
            scores[i] = leastAllocated(request, node) + balanced(request, node);
            avoided[i] = preferNot(pod, node);
            mostAvoided = Math.max(mostAvoided, avoided[i]);
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] += TAINT_WEIGHT * (mostAvoided == 0 ? BEST : BEST - BEST * avoided[i] / mostAvoided);
        }
        return scores;
    }

    /// `noderesources/least_allocated.go`.
    private static long leastAllocated(PodRequest request, NodeInfo node) {
        return (left(node.scoredCpu() + request.scoredCpu(), node.allocatable("cpu"))
                        + left(node.scoredMemory() + request.scoredMemory(), node.allocatable("memory")))
                / 2;
    }

    private static long left(long requested, long allocatable) {
        return allocatable == 0 || requested > allocatable ? 0 : (allocatable - requested) * BEST / allocatable;
    }

    /// `noderesources/balanced_allocation.go`: of two shares the standard deviation is half their difference.
    private static long balanced(PodRequest request, NodeInfo node) {
        double cpu = share(request, node, "cpu");
        double memory = share(request, node, "memory");
        return (long) ((1 - Math.abs(cpu - memory) / 2) * BEST);
    }

    private static double share(PodRequest request, NodeInfo node, String resource) {
        long allocatable = node.allocatable(resource);
        double requested = node.requested(resource) + request.amounts().getOrDefault(resource, 0L);
        return allocatable == 0 ? 0 : Math.min(1, requested / allocatable);
    }

    private static long preferNot(Pod pod, NodeInfo node) {
        return node.node().getSpec() == null
                ? 0
                : node.node().getSpec().getTaints().stream()
                        .filter(t -> "PreferNoSchedule".equals(t.getEffect()))
                        .filter(t -> !Filters.isTolerated(t, pod.getSpec().getTolerations()))
                        .count();
    }
}
