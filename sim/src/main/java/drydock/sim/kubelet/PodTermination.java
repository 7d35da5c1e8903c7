package drydock.sim.kubelet;

import drydock.model.resource.EphemeralContainers;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stopping of all containers of a Pod at once (`pkg/kubelet/kuberuntime`, killContainersWithSyncResult): all hooks
/// begin together; sidecars get their SIGTERM when the main containers and the sidecars behind them have ended, or when
/// their grace is over (`kuberuntime_termination_order.go`).
final class PodTermination {

    private static final long LEAST_SECONDS = 2;

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final Runnable done;
    private final Map<String, ContainerStop> sidecars = new LinkedHashMap<>();

    PodTermination(Kubelet kubelet, PodWorker worker, Runnable done) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.done = done;
    }

    void begin(long graceSeconds) {
        long grace = Math.max(LEAST_SECONDS, graceSeconds);
        List<String> running = worker.runtime().running();
        if (running.isEmpty()) {
            done.run();
            return;
        }
        List<Container> containers = new ArrayList<>(worker.pod().getSpec().getContainers());
        containers.addAll(worker.pod().getSpec().getInitContainers().reversed());
        containers.addAll(EphemeralContainers.of(worker.pod().getSpec()));
        for (Container container : containers) {
            if (running.contains(container.getName())) {
                stop(container, grace);
            }
        }
    }

    private void stop(Container container, long grace) {
        ContainerRun run = worker.runtime().current(container.getName()).orElseThrow();
        ContainerStop stop = new ContainerStop(kubelet, worker, container, run);
        String message = "Stopping container " + container.getName();
        if (RestartPolicies.isSidecar(container)) {
            sidecars.put(container.getName(), stop);
            stop.beginInTurn(message, grace);
        } else {
            stop.begin(message, grace);
        }
    }

    /// A container has ended, or waits for its turn; the next ones may follow.
    void ended() {
        List<String> running = worker.runtime().running();
        if (running.isEmpty()) {
            done.run();
            return;
        }
        boolean mainOver = worker.pod().getSpec().getContainers().stream()
                .map(Container::getName)
                .noneMatch(running::contains);
        if (mainOver) {
            // in the order of their turns, the last one first
            sidecars.entrySet().stream()
                    .filter(sidecar -> running.contains(sidecar.getKey()))
                    .findFirst()
                    .ifPresent(next -> next.getValue().takeTurn());
        }
    }
}
