package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/// A Pod's phase, from what its containers do (`pkg/kubelet/kubelet_pods.go`, getPhase).
enum PodPhase {
    PENDING("Pending"),
    RUNNING("Running"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed");

    private final String text;

    PodPhase(String text) {
        this.text = text;
    }

    /// As the API writes it.
    String text() {
        return text;
    }

    boolean terminal() {
        return this == SUCCEEDED || this == FAILED;
    }

    static PodPhase of(Pod pod, PodView view) {
        List<Container> init = pod.getSpec().getInitContainers();
        boolean sidecarRuns = false;
        for (Container container : init) {
            ContainerView seen = view.of(container.getName());
            if (RestartPolicies.isSidecar(container)) {
                sidecarRuns |= seen.running();
            } else if (seen.exit().isPresent()
                    && !seen.succeeded()
                    && !RestartPolicies.restarts(pod, container, true, seen)) {
                return FAILED;
            }
        }
        return ofMain(pod, view, sidecarRuns);
    }

    /// Whether nothing of the Pod will run any more, sidecars aside: they are stopped then.
    static boolean over(Pod pod, PodView view) {
        return of(pod, view).terminal()
                || pod.getSpec().getContainers().stream()
                        .allMatch(c -> view.of(c.getName()).exit().isPresent()
                                && !RestartPolicies.restarts(pod, c, false, view.of(c.getName())));
    }

    private static PodPhase ofMain(Pod pod, PodView view, boolean sidecarRuns) {
        int running = 0;
        int waiting = 0;
        int failed = 0;
        boolean restarts = false;
        for (Container container : pod.getSpec().getContainers()) {
            ContainerView seen = view.of(container.getName());
            if (seen.running()) {
                running++;
            } else if (seen.exit().isEmpty()) {
                waiting++;
            } else {
                failed += seen.succeeded() ? 0 : 1;
                restarts |= RestartPolicies.restarts(pod, container, false, seen);
            }
        }
        if (waiting > 0) {
            return PENDING;
        }
        if (running > 0 || restarts || sidecarRuns) {
            return RUNNING;
        }
        return failed == 0 ? SUCCEEDED : FAILED;
    }
}
