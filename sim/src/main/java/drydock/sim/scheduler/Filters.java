package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Whether a node can take a Pod: the filters of the default profile in their order; the first that says no decides
/// (`pkg/scheduler/framework/plugins`).
final class Filters {

    private static final Taint UNSCHEDULABLE = new Taint("NoSchedule", "node.kubernetes.io/unschedulable", null, "");

    private Filters() {}

    static Optional<Rejection> check(Pod pod, PodRequest request, NodeInfo node) {
        List<Toleration> tolerations = pod.getSpec().getTolerations();
        boolean closed = node.node().getSpec() != null
                && Boolean.TRUE.equals(node.node().getSpec().getUnschedulable());
        if (closed && !isTolerated(UNSCHEDULABLE, tolerations)) {
            return Optional.of(Rejection.forGood("node(s) were unschedulable"));
        }
        if (hasUntoleratedTaint(node, tolerations)) {
            return Optional.of(Rejection.forGood("node(s) had untolerated taint(s)"));
        }
        if (!NodeAffinity.matches(pod.getSpec(), node.node())) {
            return Optional.of(Rejection.forGood("node(s) didn't match Pod's node affinity/selector"));
        }
        if (request.hostPorts().stream().anyMatch(node::holds)) {
            return Optional.of(
                    new Rejection(List.of("node(s) didn't have free ports for the requested pod ports"), true));
        }
        return fits(request, node);
    }

    private static Optional<Rejection> fits(PodRequest request, NodeInfo node) {
        List<String> reasons = new ArrayList<>();
        boolean resolvable = true;
        if (node.pods() + 1 > node.allocatable("pods")) {
            reasons.add("Too many pods");
        }
        for (Map.Entry<String, Long> asked : request.amounts().entrySet()) {
            long has = node.allocatable(asked.getKey());
            if (asked.getValue() > has - node.requested(asked.getKey())) {
                reasons.add("Insufficient " + asked.getKey());
                resolvable &= asked.getValue() <= has;
            }
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Rejection(reasons, resolvable));
    }

    private static boolean hasUntoleratedTaint(NodeInfo node, List<Toleration> tolerations) {
        return node.node().getSpec() != null
                && node.node().getSpec().getTaints().stream()
                        .filter(t -> "NoSchedule".equals(t.getEffect()) || "NoExecute".equals(t.getEffect()))
                        .anyMatch(t -> !isTolerated(t, tolerations));
    }

    /// `component-helpers/scheduling/corev1 ToleratesTaint`.
    static boolean isTolerated(Taint taint, List<Toleration> tolerations) {
        return tolerations.stream()
                .anyMatch(t -> (isEmpty(t.getEffect()) || t.getEffect().equals(taint.getEffect()))
                        && (isEmpty(t.getKey()) || t.getKey().equals(taint.getKey()))
                        && ("Exists".equals(t.getOperator())
                                || Objects.requireNonNullElse(t.getValue(), "")
                                        .equals(Objects.requireNonNullElse(taint.getValue(), ""))));
    }

    private static boolean isEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isEmpty();
    }
}
