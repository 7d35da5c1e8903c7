package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.Objects;

/// What a Pod's containers have been given, where that is not what the Pod says.
///
/// @param allocated what the node has set aside for them, by name
/// @param actual what they run with
/// @param pending why what the Pod asks for is not given, empty if it is
/// @param message the same in words
/// @param inProgress whether what was set aside is being given to them
record ResizeView(
        Map<String, ResourceRequirements> allocated,
        Map<String, ResourceRequirements> actual,
        String pending,
        String message,
        boolean inProgress) {

    /// Nobody has asked for other resources.
    static final ResizeView NONE = new ResizeView(Map.of(), Map.of(), "", "", false);

    ResizeView {
        allocated = Map.copyOf(allocated);
        actual = Map.copyOf(actual);
    }

    ResourceRequirements allocated(Container container) {
        return allocated.getOrDefault(container.getName(), said(container));
    }

    ResourceRequirements actual(Container container) {
        return actual.getOrDefault(container.getName(), said(container));
    }

    static ResourceRequirements said(Container container) {
        return Objects.requireNonNullElseGet(container.getResources(), ResourceRequirements::new);
    }
}
