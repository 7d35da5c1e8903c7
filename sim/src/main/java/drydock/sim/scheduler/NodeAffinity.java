package drydock.sim.scheduler;

import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelRequirement;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Which nodes a Pod asks for by their labels (`component-helpers/scheduling/corev1/nodeaffinity`).
final class NodeAffinity {

    private NodeAffinity() {}

    /// Whether the Pod asks for some nodes only.
    static boolean isAsked(PodSpec spec) {
        return (spec.getNodeSelector() != null && !spec.getNodeSelector().isEmpty()) || isRequired(spec);
    }

    static boolean matches(PodSpec spec, Node node) {
        return LabelSelector.ofLabels(spec.getNodeSelector()).matches(node)
                && (!isRequired(spec) || matchesOne(requiredTerms(spec), node));
    }

    private static boolean isRequired(PodSpec spec) {
        return spec.getAffinity() != null
                && spec.getAffinity().getNodeAffinity() != null
                && spec.getAffinity().getNodeAffinity().getRequiredDuringSchedulingIgnoredDuringExecution() != null;
    }

    /// The terms one of which a node has to meet; none if any node will do.
    static List<NodeSelectorTerm> requiredTerms(PodSpec spec) {
        return isRequired(spec)
                ? spec.getAffinity()
                        .getNodeAffinity()
                        .getRequiredDuringSchedulingIgnoredDuringExecution()
                        .getNodeSelectorTerms()
                : List.of();
    }

    /// The terms that would be better met than not.
    static List<PreferredSchedulingTerm> preferredTerms(PodSpec spec) {
        return spec.getAffinity() == null || spec.getAffinity().getNodeAffinity() == null
                ? List.of()
                : spec.getAffinity().getNodeAffinity().getPreferredDuringSchedulingIgnoredDuringExecution();
    }

    /// Whether `node` is chosen: one term is enough.
    static boolean matches(NodeSelector selector, Node node) {
        return matchesOne(selector.getNodeSelectorTerms(), node);
    }

    private static boolean matchesOne(List<NodeSelectorTerm> terms, Node node) {
        return terms.stream().anyMatch(term -> matches(term, node));
    }

    /// A term without any condition matches nothing.
    static boolean matches(NodeSelectorTerm term, Node node) {
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
