package drydock.sim.admission;

import drydock.model.resource.ResourceId;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.List;

/// What of an object may not change once it is there (`pkg/apis/core/validation ValidatePodUpdate`).
final class Immutability {

    private static final String POD = "spec: Forbidden: pod updates may not change fields other than "
            + "`spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,"
            + "`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` "
            + "(allow it to be set to 1 if it was previously negative)";

    private Immutability() {}

    /// @throws drydock.model.cluster.ClusterException 422
    static void check(ResourceId id, HasMetadata before, HasMetadata after) {
        if (before instanceof Pod old
                && after instanceof Pod pod
                && !fixed(old.getSpec()).equals(fixed(pod.getSpec()))) {
            throw Refusals.invalid(id, POD);
        }
    }

    /// The spec without what may change.
    private static PodSpec fixed(PodSpec spec) {
        PodSpec fixed = new PodSpecBuilder(spec)
                .withTolerations(List.of())
                .withActiveDeadlineSeconds(null)
                .withTerminationGracePeriodSeconds(null)
                .build();
        fixed.getContainers().forEach(Immutability::anyImage);
        fixed.getInitContainers().forEach(Immutability::anyImage);
        return fixed;
    }

    private static void anyImage(Container container) {
        container.setImage(null);
    }
}
