package drydock.sim.scheduler;

import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelRequirement;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How evenly a Pod and those like it are to be spread (`plugins/podtopologyspread/common.go
/// topologySpreadConstraint`).
///
/// @param honoursAffinity whether nodes that the Pod does not ask for are left out of the counting
/// @param honoursTaints whether nodes with taints that it does not tolerate are
record SpreadConstraint(
        int maxSkew,
        String topologyKey,
        LabelSelector selector,
        int minDomains,
        boolean honoursAffinity,
        boolean honoursTaints) {

    static final String HOSTNAME = "kubernetes.io/hostname";
    static final String ZONE = "topology.kubernetes.io/zone";

    /// The Pod's own constraints with this `whenUnsatisfiable`.
    static List<SpreadConstraint> of(Pod pod, String whenUnsatisfiable) {
        return pod.getSpec().getTopologySpreadConstraints().stream()
                .filter(c -> whenUnsatisfiable.equals(c.getWhenUnsatisfiable()))
                .map(c -> of(pod, c))
                .toList();
    }

    /// What holds for Pods that have none of their own: not too many of those that `selector` chooses on one
    /// node, or in one zone, if it can be helped.
    static List<SpreadConstraint> usual(LabelSelector selector) {
        return List.of(
                new SpreadConstraint(3, HOSTNAME, selector, 1, true, false),
                new SpreadConstraint(5, ZONE, selector, 1, true, false));
    }

    private static SpreadConstraint of(Pod pod, TopologySpreadConstraint constraint) {
        LabelSelector selector = LabelSelector.of(constraint.getLabelSelector());
        Map<String, String> labels =
                Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
        List<LabelRequirement> requirements = new ArrayList<>(selector.requirements());
        constraint.getMatchLabelKeys().stream()
                .filter(labels::containsKey)
                .forEach(k -> requirements.add(new LabelRequirement(k, LabelOperator.IN, List.of(labels.get(k)))));
        return new SpreadConstraint(
                Objects.requireNonNullElse(constraint.getMaxSkew(), 1),
                constraint.getTopologyKey(),
                selector.nothing() ? selector : new LabelSelector(requirements, false),
                Objects.requireNonNullElse(constraint.getMinDomains(), 1),
                !"Ignore".equals(constraint.getNodeAffinityPolicy()),
                "Honor".equals(constraint.getNodeTaintsPolicy()));
    }

    /// Whether the Pods on `node` count.
    boolean counts(Pod pod, NodeInfo node) {
        return (!honoursAffinity || NodeAffinity.matches(pod.getSpec(), node.node()))
                && (!honoursTaints
                        || node.taints().stream()
                                .noneMatch(t -> Taints.keepsOff(t, pod.getSpec().getTolerations())));
    }

    /// The labels of the Pods that are counted, beside the Pod that is to be placed: those that are being deleted are
    /// not.
    List<LabelSet> counted(Attempt attempt) {
        return attempt.view().labelSets().chosen(attempt.pod().namespace(), selector);
    }
}
