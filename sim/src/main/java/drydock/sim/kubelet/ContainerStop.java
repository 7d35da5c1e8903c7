package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// The stopping of one container of a Pod that goes on (`pkg/kubelet/kuberuntime/kuberuntime_container.go`,
/// killContainer): its hook, SIGTERM, and SIGKILL when the grace period is over; never less than 2 s.
final class ContainerStop {

    private static final long LEAST_SECONDS = 2;

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final Container container;
    private final ContainerRun run;

    ContainerStop(Kubelet kubelet, PodWorker worker, Container container, ContainerRun run) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.container = container;
        this.run = run;
    }

    /// What the container should be has changed: it is restarted whatever its policy says.
    void changed() {
        begin("Container " + container.getName() + " definition changed, will be restarted", podGraceSeconds());
    }

    /// Its hook postStart has failed.
    void unhooked() {
        begin("FailedPostStartHook", podGraceSeconds());
    }

    /// A probe, called `name`, has failed for good; a Pod that never restarts is not told that it would.
    void failed(String name, Probe probe) {
        boolean restarts = !"Never".equals(worker.pod().getSpec().getRestartPolicy());
        String message = "Container " + container.getName() + " failed " + name + " probe";
        begin(
                restarts ? message + ", will be restarted" : message,
                Optional.ofNullable(probe.getTerminationGracePeriodSeconds()).orElseGet(this::podGraceSeconds));
    }

    private void begin(String message, long graceSeconds) {
        kubelet.tell(worker.pod(), "Killing", message, worker.path(container));
        new StopHook(kubelet, worker, container).then(() -> {
            if (run.running()) {
                run.container().terminate();
            }
        });
        kubelet.after(Duration.ofSeconds(Math.max(LEAST_SECONDS, graceSeconds)), () -> {
            if (run.running()) {
                run.container().kill();
            }
        });
    }

    private long podGraceSeconds() {
        return Objects.requireNonNullElse(worker.pod().getSpec().getTerminationGracePeriodSeconds(), 30L);
    }
}
