package drydock.sim.scheduler;

import drydock.model.resource.ResourceId;
import drydock.sim.store.Recent;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A Pod, with what the scheduler asks of it again and again read once.
///
/// @param near other Pods it must be near (required affinity)
/// @param apart other Pods it must not be near (required anti-affinity)
/// @param drawn other Pods it would be near, or, with a negative weight, would not
record PodInfo(
        Pod pod,
        ResourceId id,
        PodRequest request,
        LabelSet labels,
        List<AffinityTerm> near,
        List<AffinityTerm> apart,
        List<AffinityTerm> drawn) {

    /// What was asked for lately: Pods of one template ask for the same.
    private static final Recent<PodRequest> REQUESTS = new Recent<>(1 << 8);

    static PodInfo of(Pod pod) {
        LabelSet labels = LabelSet.of(
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getLabels(),
                pod.getMetadata().getDeletionTimestamp() != null);
        ResourceId id = ResourceId.of(pod);
        PodRequest request = REQUESTS.one(PodRequest.of(pod));
        Affinity affinity = pod.getSpec().getAffinity();
        if (affinity == null || (affinity.getPodAffinity() == null && affinity.getPodAntiAffinity() == null)) {
            return new PodInfo(pod, id, request, labels, List.of(), List.of(), List.of());
        }
        return new PodInfo(
                pod,
                id,
                request,
                labels,
                affinity.getPodAffinity() == null
                        ? List.of()
                        : required(pod, affinity.getPodAffinity().getRequiredDuringSchedulingIgnoredDuringExecution()),
                affinity.getPodAntiAffinity() == null
                        ? List.of()
                        : required(
                                pod, affinity.getPodAntiAffinity().getRequiredDuringSchedulingIgnoredDuringExecution()),
                drawn(pod, affinity));
    }

    private static List<AffinityTerm> required(Pod pod, @Nullable List<PodAffinityTerm> terms) {
        return terms == null
                ? List.of()
                : terms.stream().map(t -> AffinityTerm.of(pod, t, 0)).toList();
    }

    private static List<AffinityTerm> drawn(Pod pod, Affinity affinity) {
        List<WeightedPodAffinityTerm> to = affinity.getPodAffinity() == null
                ? List.of()
                : affinity.getPodAffinity().getPreferredDuringSchedulingIgnoredDuringExecution();
        List<WeightedPodAffinityTerm> away = affinity.getPodAntiAffinity() == null
                ? List.of()
                : affinity.getPodAntiAffinity().getPreferredDuringSchedulingIgnoredDuringExecution();
        return java.util.stream.Stream.concat(
                        to.stream().map(t -> AffinityTerm.of(pod, t.getPodAffinityTerm(), t.getWeight())),
                        away.stream().map(t -> AffinityTerm.of(pod, t.getPodAffinityTerm(), -t.getWeight())))
                .toList();
    }

    /// The same with the object that stands for all label sets that equal its own.
    PodInfo with(LabelSet one) {
        return new PodInfo(pod, id, request, one, near, apart, drawn);
    }

    /// Whether it says anything of what other Pods it is to be near or not.
    boolean hasAffinity() {
        return !near.isEmpty() || !apart.isEmpty() || !drawn.isEmpty();
    }

    int priority() {
        return Objects.requireNonNullElse(pod.getSpec().getPriority(), 0);
    }

    String namespace() {
        return labels.namespace();
    }
}
