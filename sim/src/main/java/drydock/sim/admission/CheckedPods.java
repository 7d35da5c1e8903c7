package drydock.sim.admission;

import drydock.model.resource.Names;
import drydock.sim.store.Shallow;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which Pods have been found in order, so that the many that a controller makes of one template are filled in and
/// looked at once, and have in common what is the same in them.
final class CheckedPods {

    /// As many templates as this are remembered.
    private static final int MOST = 2_000;

    /// All of a Pod that the rules look at and that its maker may choose, but for its name.
    private record Likeness(
            @Nullable Map<String, String> labels, @Nullable Map<String, String> annotations, PodSpec spec) {

        static Likeness of(Pod pod) {
            ObjectMeta metadata = pod.getMetadata();
            return new Likeness(metadata.getLabels(), metadata.getAnnotations(), pod.getSpec());
        }
    }

    /// One that was in order.
    ///
    /// @param filled its spec with its defaults
    private record Known(Likeness likeness, List<OwnerReference> owners, PodSpec filled) {}

    private final Map<Likeness, Known> known = new HashMap<>();

    /// `pod`, which is its caller's own, with its defaults, if a controller has made it and one like it was found in
    /// order. Its spec and its containers are its own; what is in them is not.
    Optional<Pod> filled(Pod pod) {
        if (!isMade(pod)) {
            return Optional.empty();
        }
        Known like = known.get(Likeness.of(pod));
        if (like == null
                || !Names.subdomainProblems(pod.getMetadata().getName()).isEmpty()) {
            return Optional.empty();
        }
        ObjectMeta metadata = pod.getMetadata();
        metadata.setLabels(like.likeness().labels());
        metadata.setAnnotations(like.likeness().annotations());
        if (like.owners().equals(metadata.getOwnerReferences())) {
            metadata.setOwnerReferences(like.owners());
        }
        return Optional.of(new Pod(pod.getApiVersion(), pod.getKind(), metadata, copy(like.filled()), null));
    }

    /// Remembers that this Pod, as it was written, is in order.
    ///
    /// @param filled its spec with its defaults, which nobody changes any more
    void add(Pod pod, PodSpec filled) {
        if (isMade(pod)) {
            if (known.size() == MOST) {
                known.clear();
            }
            Likeness likeness = Likeness.of(pod);
            known.put(likeness, new Known(likeness, pod.getMetadata().getOwnerReferences(), filled));
        }
    }

    /// A spec with containers whose values may be set; what is in them is shared.
    static PodSpec copy(PodSpec spec) {
        PodSpec copy = Shallow.copy(spec);
        copy.setContainers(copies(spec.getContainers()));
        copy.setInitContainers(copies(spec.getInitContainers()));
        return copy;
    }

    private static List<Container> copies(List<Container> containers) {
        return containers.stream().map(Shallow::copy).toList();
    }

    private static boolean isMade(Pod pod) {
        return pod.getSpec() != null
                && Objects.requireNonNullElse(pod.getMetadata().getOwnerReferences(), List.of())
                                .size()
                        == 1
                && pod.getMetadata().getFinalizers().isEmpty();
    }
}
