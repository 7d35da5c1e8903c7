package drydock.sim.kubelet;

import drydock.sim.kubelet.ContainerView.Run;
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
        boolean initialized = pod.getSpec().getContainers().stream()
                .anyMatch(c -> view.of(c.getName()).current().isPresent());
        for (Container container : init) {
            ContainerView seen = view.of(container.getName());
            if (RestartPolicies.isSidecar(container)) {
                sidecarRuns |= seen.running();
            } else if (seen.exit().isPresent()
                    && !seen.succeeded()
                    && !RestartPolicies.restarts(pod, container, true, seen)) {
                return FAILED;
            } else if (!initialized && !isDone(seen)) {
                return PENDING;
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

    /// Whether an init container has done its work, in its last run or in one that is to be run anew.
    private static boolean isDone(ContainerView seen) {
        return seen.succeeded()
                || (seen.current().isEmpty()
                        && seen.previous()
                                .flatMap(Run::exit)
                                .filter(e -> e.code() == 0)
                                .isPresent());
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
            } else if (seen.exit().isEmpty() && seen.previous().isEmpty()) {
                waiting++;
            } else if (seen.exit().isEmpty()) {
                // it has run and will run anew
                restarts = true;
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
