package drydock.sim.kubelet;

import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.Container;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stopping of all containers of a Pod (`pkg/kubelet/kuberuntime`, killContainersWithSyncResult): first the main
/// ones together, then the sidecars from last to first, each with its hook, SIGTERM, and SIGKILL when the grace period
/// is over; nothing gets less than 2 s.
final class PodTermination {

    private static final Duration LEAST = Duration.ofSeconds(2);

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final Runnable done;
    private final List<Container> sidecars;
    private long deadlineNanos;
    private List<String> stopping = List.of();
    private Engine.@Nullable Timer timer;

    PodTermination(Kubelet kubelet, PodWorker worker, Runnable done) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.done = done;
        this.sidecars = new ArrayList<>(worker.pod().getSpec().getInitContainers().stream()
                .filter(RestartPolicies::isSidecar)
                .toList());
    }

    void begin(long graceSeconds) {
        deadlineNanos = kubelet.engine().nowNanos()
                + grace(Duration.ofSeconds(graceSeconds)).toNanos();
        List<Container> main = new ArrayList<>(worker.pod().getSpec().getInitContainers());
        main.removeIf(RestartPolicies::isSidecar);
        main.addAll(worker.pod().getSpec().getContainers());
        stop(main);
    }

    /// A shorter grace period, counted from now.
    void shorten(long graceSeconds) {
        long deadline = kubelet.engine().nowNanos()
                + grace(Duration.ofSeconds(graceSeconds)).toNanos();
        if (deadline < deadlineNanos) {
            deadlineNanos = deadline;
            arm();
        }
    }

    /// A container has ended; the next ones may follow.
    void ended() {
        if (stopping.stream().anyMatch(worker.runtime().running()::contains)) {
            return;
        }
        if (timer != null) {
            timer.cancel();
        }
        if (sidecars.isEmpty()) {
            done.run();
        } else {
            deadlineNanos = Math.max(deadlineNanos, kubelet.engine().nowNanos() + LEAST.toNanos());
            stop(List.of(sidecars.removeLast()));
        }
    }

    private void stop(List<Container> containers) {
        List<String> running = worker.runtime().running();
        List<Container> these =
                containers.stream().filter(c -> running.contains(c.getName())).toList();
        stopping = these.stream().map(Container::getName).toList();
        if (these.isEmpty()) {
            ended();
            return;
        }
        arm();
        for (Container container : these) {
            kubelet.tell(worker.pod(), "Killing", "Stopping container " + container.getName(), worker.path(container));
            new StopHook(kubelet, worker, container)
                    .then(() -> worker.runtime().container(container.getName()).ifPresent(c -> c.terminate()));
        }
    }

    private void arm() {
        if (timer != null) {
            timer.cancel();
        }
        Duration left =
                Duration.ofNanos(Math.max(0, deadlineNanos - kubelet.engine().nowNanos()));
        timer = kubelet.after(
                left,
                () -> List.copyOf(stopping)
                        .forEach(name -> worker.runtime().container(name).ifPresent(c -> c.kill())));
    }

    private static Duration grace(Duration asked) {
        return asked.compareTo(LEAST) < 0 ? LEAST : asked;
    }
}
