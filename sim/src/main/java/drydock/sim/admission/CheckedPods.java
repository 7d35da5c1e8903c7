package drydock.sim.admission;

import drydock.model.resource.Names;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which Pods have been found in order, so that the many that a controller makes of one template are looked at once.
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

    private final Set<Likeness> known = new HashSet<>();

    /// Whether a Pod like this one, which a controller has made, was found in order.
    boolean isLike(Pod pod) {
        return isMade(pod)
                && known.contains(Likeness.of(pod))
                && Names.subdomainProblems(pod.getMetadata().getName()).isEmpty();
    }

    /// Remembers that this Pod, as it was written, is in order.
    void add(Pod pod) {
        if (isMade(pod)) {
            if (known.size() == MOST) {
                known.clear();
            }
            known.add(Likeness.of(pod));
        }
    }

    private static boolean isMade(Pod pod) {
        return pod.getSpec() != null
                && Objects.requireNonNullElse(pod.getMetadata().getOwnerReferences(), java.util.List.of())
                                .size()
                        == 1
                && pod.getMetadata().getFinalizers().isEmpty();
    }
}
