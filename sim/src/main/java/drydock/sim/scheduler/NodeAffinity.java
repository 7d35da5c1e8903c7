package drydock.sim.scheduler;

import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelRequirement;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which nodes a Pod asks for by their labels (`component-helpers/scheduling/corev1/nodeaffinity`).
final class NodeAffinity {

    private NodeAffinity() {}

    static boolean matches(PodSpec spec, Node node) {
        return LabelSelector.ofLabels(spec.getNodeSelector()).matches(node)
                && required(spec).map(terms -> matches(terms, node)).orElse(true);
    }

    private static Optional<NodeSelector> required(PodSpec spec) {
        return spec.getAffinity() == null || spec.getAffinity().getNodeAffinity() == null
                ? Optional.empty()
                : Optional.ofNullable(
                        spec.getAffinity().getNodeAffinity().getRequiredDuringSchedulingIgnoredDuringExecution());
    }

    /// One term is enough; a term without any condition matches nothing.
    private static boolean matches(NodeSelector selector, Node node) {
        return selector.getNodeSelectorTerms().stream().anyMatch(term -> matches(term, node));
    }

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
}
