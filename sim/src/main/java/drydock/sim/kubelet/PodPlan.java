package drydock.sim.kubelet;

import drydock.model.resource.EphemeralContainers;
import drydock.sim.kubelet.ContainerView.Exit;
import drydock.sim.kubelet.ContainerView.Run;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which containers of a Pod are to be started now (`pkg/kubelet/kuberuntime/kuberuntime_manager.go`,
/// computePodActions): ephemeral containers, once and whatever else is; init containers one by one, each sidecar before
/// the next, then all the others.
final class PodPlan {

    /// A container to start.
    ///
    /// @param exit how its last run that is over ended, empty if none is
    record Step(Container container, boolean init, Optional<Exit> exit) {

        /// Whether nothing that comes after it may start if it cannot be started.
        boolean barsTheNext() {
            return init && !RestartPolicies.isSidecar(container);
        }
    }

    private PodPlan() {}

    static List<Step> next(Pod pod, PodView view) {
        return next(pod, view, Set.of());
    }

    /// @param again containers that run and will have been stopped by then, to be started anew
    static List<Step> next(Pod pod, PodView view, Set<String> again) {
        Deque<Step> steps = new ArrayDeque<>();
        boolean initialized = addInit(pod, view, again, steps);
        List<Step> all = new ArrayList<>();
        for (Container container : EphemeralContainers.of(pod.getSpec())) {
            if (view.of(container.getName()).current().isEmpty()) {
                all.add(new Step(container, false, Optional.empty()));
            }
        }
        all.addAll(steps);
        for (Container container : initialized ? pod.getSpec().getContainers() : List.<Container>of()) {
            ContainerView seen = view.of(container.getName());
            if (again.contains(container.getName()) || RestartPolicies.restarts(pod, container, false, seen)) {
                all.add(new Step(container, false, lastExit(seen)));
            }
        }
        return all;
    }

    /// Adds the init containers to start, looking at the last one first: what is before one that was started is done,
    /// but for sidecars (`kuberuntime_container.go`, computeInitContainerActions).
    ///
    /// @return whether all of them are done or run beside the others
    private static boolean addInit(Pod pod, PodView view, Set<String> again, Deque<Step> steps) {
        List<Container> init = pod.getSpec().getInitContainers();
        boolean initialized = init.isEmpty()
                || pod.getSpec().getContainers().stream()
                        .anyMatch(c -> view.of(c.getName()).current().isPresent());
        boolean laterSeen = initialized;
        for (int i = init.size() - 1; i >= 0; i--) {
            Container container = init.get(i);
            ContainerView seen = view.of(container.getName());
            boolean sidecar = RestartPolicies.isSidecar(container);
            boolean known = seen.current().isPresent();
            if ((!known && !(laterSeen && sidecar)) || (laterSeen && !sidecar)) {
                continue;
            }
            boolean passed = sidecar ? seen.running() && seen.started() : seen.succeeded();
            if (passed && i == init.size() - 1) {
                initialized = true;
            } else if (passed && !laterSeen) {
                add(steps, init.get(i + 1), view);
            }
            if (again.contains(container.getName())
                    || (!(passed && !sidecar) && RestartPolicies.restarts(pod, container, true, seen))) {
                add(steps, container, view);
            }
            laterSeen = true;
        }
        if (!laterSeen) {
            add(steps, init.getFirst(), view);
        }
        return initialized;
    }

    private static void add(Deque<Step> steps, Container container, PodView view) {
        steps.addFirst(new Step(container, true, lastExit(view.of(container.getName()))));
    }

    private static Optional<Exit> lastExit(ContainerView seen) {
        return seen.running() ? seen.previous().flatMap(Run::exit) : seen.exit();
    }
}
