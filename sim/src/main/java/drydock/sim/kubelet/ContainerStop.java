package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The stopping of one container (`pkg/kubelet/kuberuntime/kuberuntime_container.go`, killContainer): its hook, the
/// wait for its turn, SIGTERM, and SIGKILL when the grace period is over.
///
/// **Grace.** Hook and wait use up the same grace period, counted in whole seconds; what is left for SIGTERM is never
/// less than 2 s.
final class ContainerStop {

    private static final long LEAST_SECONDS = 2;

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final Container container;
    private final ContainerRun run;
    private @Nullable Runnable inTurn;

    ContainerStop(Kubelet kubelet, PodWorker worker, Container container, ContainerRun run) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.container = container;
        this.run = run;
    }

    /// Stops it, giving `message` as the event's.
    void begin(String message, long graceSeconds) {
        begin(message, graceSeconds, true);
    }

    /// Stops it, but sends SIGTERM only when [#takeTurn] is called, or the grace period is over.
    void beginInTurn(String message, long graceSeconds) {
        begin(message, graceSeconds, false);
    }

    private void begin(String message, long graceSeconds, boolean itsTurn) {
        kubelet.tell(worker.pod(), "Killing", message, worker.path(container));
        new StopHook(kubelet, worker, container, run).within(graceSeconds, spent -> {
            if (itsTurn || graceSeconds - spent <= 0) {
                terminate(graceSeconds - spent);
            } else {
                await(graceSeconds - spent);
            }
        });
    }

    /// Those that have to end before it have ended.
    void takeTurn() {
        Runnable next = inTurn;
        inTurn = null;
        if (next != null) {
            next.run();
        }
    }

    private void await(long graceSeconds) {
        long since = kubelet.engine().nowNanos();
        inTurn = () -> terminate(graceSeconds - secondsSince(since));
        worker.after(Duration.ofSeconds(graceSeconds), this::takeTurn);
        worker.turnAwaited();
    }

    private long secondsSince(long nanos) {
        return Duration.ofNanos(kubelet.engine().nowNanos() - nanos).toSeconds();
    }

    private void terminate(long graceSeconds) {
        if (!run.running()) {
            return;
        }
        run.container().terminate();
        worker.after(Duration.ofSeconds(Math.max(LEAST_SECONDS, graceSeconds)), () -> {
            if (run.running()) {
                run.container().kill();
            }
        });
    }
}
