package drydock.sim.kubelet;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the containers of a Pod may use of one resource together (`component-helpers/resource/helpers.go PodLimits`).
final class PodLimits {

    private PodLimits() {}

    /// The sum over containers and sidecars, or an init container with the sidecars before it if that is more; empty if
    /// none has such a limit.
    static Optional<Quantity> of(PodSpec spec, String resource) {
        Quantity sum = null;
        Quantity most = null;
        for (Container container : spec.getInitContainers()) {
            Quantity own = limit(container, resource);
            if (own != null && RestartPolicies.isSidecar(container)) {
                sum = added(sum, own);
                most = larger(most, sum);
            } else if (own != null) {
                most = larger(most, added(sum, own));
            }
        }
        for (Container container : spec.getContainers()) {
            Quantity own = limit(container, resource);
            sum = own == null ? sum : added(sum, own);
        }
        return Optional.ofNullable(sum == null ? most : most == null ? sum : larger(most, sum));
    }

    /// The same where every container has such a limit, as only then the Pod as a whole is held to it
    /// (`pkg/kubelet/cm/helpers_linux.go ResourceConfigForPod`).
    static Optional<Quantity> ofWhole(PodSpec spec, String resource) {
        boolean all = Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                .allMatch(container -> limit(container, resource) != null);
        return all ? of(spec, resource) : Optional.empty();
    }

    /// What one container may use, null if it has no limit.
    static @Nullable Quantity limit(Container container, String resource) {
        ResourceRequirements resources = container.getResources();
        return resources == null || resources.getLimits() == null
                ? null
                : resources.getLimits().get(resource);
    }

    private static Quantity added(@Nullable Quantity sum, Quantity own) {
        return sum == null ? own : Quantities.sum(sum, own);
    }

    private static Quantity larger(@Nullable Quantity one, Quantity other) {
        return one == null || Quantities.compare(one, other) < 0 ? other : one;
    }
}
