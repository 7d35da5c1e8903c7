package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;

/// Which containers of a Pod are to be started now (`pkg/kubelet/kuberuntime/kuberuntime_manager.go`,
/// computePodActions): init containers one by one, each sidecar before the next, then all the others.
final class PodPlan {

    /// A container to start.
    record Step(Container container, boolean init) {}

    private PodPlan() {}

    static List<Step> next(Pod pod, PodView view) {
        boolean mainStarted = pod.getSpec().getContainers().stream()
                .anyMatch(c -> view.of(c.getName()).current().isPresent());
        List<Step> steps = new ArrayList<>();
        for (Container container : pod.getSpec().getInitContainers()) {
            ContainerView seen = view.of(container.getName());
            boolean sidecar = RestartPolicies.isSidecar(container);
            if (sidecar ? (seen.running() && seen.started()) : (seen.succeeded() || mainStarted)) {
                continue;
            }
            if (RestartPolicies.restarts(pod, container, true, seen)) {
                steps.add(new Step(container, true));
            }
            if (!mainStarted) {
                return steps;
            }
        }
        for (Container container : pod.getSpec().getContainers()) {
            if (RestartPolicies.restarts(pod, container, false, view.of(container.getName()))) {
                steps.add(new Step(container, false));
            }
        }
        return steps;
    }
}
