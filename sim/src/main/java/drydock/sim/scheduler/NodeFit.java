package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Objects;

/// What the scheduler asks of a node for its own sake, for others that ask the same: the DaemonSet controller.
public final class NodeFit {

    private NodeFit() {}

    /// Whether a Pod's node selector and required node affinity want this node.
    public static boolean affinityMatches(PodSpec spec, Node node) {
        return NodeAffinity.matches(spec, node);
    }

    /// Whether all taints of `node` that have one of `effects` are tolerated.
    public static boolean tolerates(List<Toleration> tolerations, Node node, List<String> effects) {
        return node.getSpec() == null
                || node.getSpec().getTaints().stream()
                        .filter(taint -> effects.contains(taint.getEffect()))
                        .allMatch(taint -> tolerations.stream().anyMatch(t -> tolerates(t, taint)));
    }

    /// `component-helpers/scheduling/corev1 ToleratesTaint`.
    private static boolean tolerates(Toleration toleration, Taint taint) {
        return (isEmpty(toleration.getEffect()) || toleration.getEffect().equals(taint.getEffect()))
                && (isEmpty(toleration.getKey()) || toleration.getKey().equals(taint.getKey()))
                && ("Exists".equals(toleration.getOperator())
                        || Objects.requireNonNullElse(toleration.getValue(), "")
                                .equals(Objects.requireNonNullElse(taint.getValue(), "")));
    }

    private static boolean isEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isEmpty();
    }
}
