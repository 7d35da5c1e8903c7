package drydock.sim.store;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which objects count how often what is wanted of them has changed: each kind's strategy says so, and those of the
/// core mostly do not (`pkg/registry/…/strategy.go PrepareForCreate`, `PrepareForUpdate`).
final class Generations {

    private static final Set<String> WITHOUT = Set.of(
            "CertificateSigningRequest",
            "CSINode",
            "HorizontalPodAutoscaler",
            "Lease",
            "LimitRange",
            "Namespace",
            "Node",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "ResourceQuota",
            "Service",
            "VolumeAttachment");

    private Generations() {}

    /// What a new object begins with; null if its kind does not count.
    static @Nullable Long first(HasMetadata object) {
        boolean counts = Shape.of(object).has("spec") && !WITHOUT.contains(object.getKind());
        return counts || object instanceof EndpointSlice || object instanceof PriorityClass ? 1L : null;
    }

    /// Counts in `metadata`, which is that of `after` yet to be, what has changed since `before`.
    static void count(HasMetadata before, HasMetadata after, ObjectMeta metadata) {
        if (metadata.getGeneration() != null && isOther(before, after)) {
            metadata.setGeneration(metadata.getGeneration() + 1);
        }
    }

    private static boolean isOther(HasMetadata before, HasMetadata after) {
        if (before instanceof EndpointSlice was && after instanceof EndpointSlice is) {
            return !was.getEndpoints().equals(is.getEndpoints())
                    || !was.getPorts().equals(is.getPorts())
                    || !Objects.equals(
                            was.getMetadata().getLabels(), is.getMetadata().getLabels());
        }
        Shape shape = Shape.of(before);
        return !shape.part(before, "spec").equals(shape.part(after, "spec"));
    }
}
