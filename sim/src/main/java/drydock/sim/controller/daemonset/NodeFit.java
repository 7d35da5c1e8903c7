package drydock.sim.controller.daemonset;

import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelRequirement;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a Pod asks of a node for the node's own sake, whoever else is there
/// (`component-helpers/scheduling/corev1`).
final class NodeFit {

    private NodeFit() {}

    /// Whether the Pod's node selector and required node affinity want this node.
    static boolean affinityMatches(PodSpec spec, Node node) {
        if (!LabelSelector.ofLabels(spec.getNodeSelector()).matches(node)) {
            return false;
        }
        if (spec.getAffinity() == null || spec.getAffinity().getNodeAffinity() == null) {
            return true;
        }
        var required = spec.getAffinity().getNodeAffinity().getRequiredDuringSchedulingIgnoredDuringExecution();
        return required == null || required.getNodeSelectorTerms().stream().anyMatch(term -> matches(term, node));
    }

    /// A term without any condition matches nothing.
    private static boolean matches(NodeSelectorTerm term, Node node) {
        Map<String, String> labels =
                Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
        Map<String, String> fields = Map.of("metadata.name", node.getMetadata().getName());
        return !(term.getMatchExpressions().isEmpty() && term.getMatchFields().isEmpty())
                && term.getMatchExpressions().stream().allMatch(r -> matches(r, labels))
                && term.getMatchFields().stream().allMatch(r -> matches(r, fields));
    }

    private static boolean matches(NodeSelectorRequirement requirement, Map<String, String> has) {
        List<String> values = requirement.getValues() == null ? List.of() : requirement.getValues();
        return LabelOperator.named(requirement.getOperator())
                .filter(o -> values.isEmpty() == (o == LabelOperator.EXISTS || o == LabelOperator.DOES_NOT_EXIST))
                .map(o -> new LabelRequirement(requirement.getKey(), o, values).matches(has))
                .orElse(false);
    }

    /// Whether all taints of `node` that have one of `effects` are tolerated.
    static boolean tolerates(List<Toleration> tolerations, Node node, List<String> effects) {
        return node.getSpec() == null
                || node.getSpec().getTaints().stream()
                        .filter(taint -> effects.contains(taint.getEffect()))
                        .allMatch(taint -> tolerations.stream().anyMatch(t -> tolerates(t, taint)));
    }

    private static boolean tolerates(Toleration toleration, Taint taint) {
        return (isEmpty(toleration.getEffect()) || toleration.getEffect().equals(taint.getEffect()))
                && (isEmpty(toleration.getKey()) || toleration.getKey().equals(taint.getKey()))
                && ("Exists".equals(toleration.getOperator())
                        || Objects.requireNonNullElse(toleration.getValue(), "")
                                .equals(Objects.requireNonNullElse(taint.getValue(), "")));
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
