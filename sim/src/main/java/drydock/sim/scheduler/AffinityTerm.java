package drydock.sim.scheduler;

import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelRequirement;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A term of a Pod's affinity or anti-affinity, read (`pkg/scheduler/framework/types.go AffinityTerm`).
///
/// @param topologyKey the node's label that says what is near
/// @param namespaces where Pods are meant by name
/// @param namespaceSelector the namespaces that are meant by their labels
/// @param weight what a match counts; 0 for a required term
record AffinityTerm(
        String topologyKey,
        LabelSelector selector,
        LabelSelector more,
        Set<String> namespaces,
        LabelSelector namespaceSelector,
        int weight) {

    static AffinityTerm of(Pod pod, PodAffinityTerm term, int weight) {
        boolean own = term.getNamespaces().isEmpty() && term.getNamespaceSelector() == null;
        return new AffinityTerm(
                term.getTopologyKey(),
                LabelSelector.of(term.getLabelSelector()),
                ofKeys(pod, term.getMatchLabelKeys(), term.getMismatchLabelKeys()),
                own ? Set.of(pod.getMetadata().getNamespace()) : Set.copyOf(term.getNamespaces()),
                LabelSelector.of(term.getNamespaceSelector()),
                weight);
    }

    /// The Pod's own values of the keys, which others are to have, or not to have.
    private static LabelSelector ofKeys(Pod pod, List<String> same, List<String> other) {
        Map<String, String> labels =
                Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
        List<LabelRequirement> requirements = new ArrayList<>();
        same.stream()
                .filter(labels::containsKey)
                .forEach(k -> requirements.add(new LabelRequirement(k, LabelOperator.IN, List.of(labels.get(k)))));
        other.stream()
                .filter(labels::containsKey)
                .forEach(k -> requirements.add(new LabelRequirement(k, LabelOperator.NOT_IN, List.of(labels.get(k)))));
        return new LabelSelector(requirements, false);
    }

    /// Whether a Pod with these labels is meant.
    boolean matches(LabelSet pod, Namespaces known) {
        return (namespaces.contains(pod.namespace()) || namespaceSelector.matches(known.labelsOf(pod.namespace())))
                && selector.matches(pod.labels())
                && more.matches(pod.labels());
    }
}
