package drydock.sim.kubelet;

import drydock.sim.container.Network;
import drydock.sim.engine.Engine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When one Pod is looked at, and what is done then (`pkg/kubelet/kubelet.go SyncPod`): a sync writes the status as it
/// is known, then does what is to be done: sandbox, init containers, containers. It comes with the Pod, whenever
/// containers were started or have ended (noticed at the next relist), and when a back-off is over. One runs at a time.
final class SyncLoop {

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final WorkInHand work;
    private final PodSync containers;
    private Engine.@Nullable Timer retry;
    private boolean busy;
    private boolean relistDue;
    private boolean newSandbox;
    private boolean changedMeanwhile;

    SyncLoop(Kubelet kubelet, PodWorker worker, WorkInHand work, PodSync containers) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.work = work;
        this.containers = containers;
    }

    /// What is being done was given up.
    void givenUp() {
        busy = false;
        if (retry != null) {
            retry.cancel();
        }
    }

    /// The kubelet was started again: nothing that it waited for will come.
    void forget() {
        givenUp();
        relistDue = false;
    }

    boolean isBusy() {
        return busy;
    }

    /// Looks at the Pod now, unless that is being done or it is over.
    void sync() {
        if (busy || worker.ending().hasBegun()) {
            return;
        }
        worker.resizing().ifPresent(Resizing::consider);
        kubelet.publish(worker, false);
        worker.probes().statusMade();
        worker.ending().limit();
        PodView view = worker.runtime().view();
        if (PodPhase.over(worker.pod(), view)) {
            worker.ending().complete();
            return;
        }
        busy = true;
        if (AllRestart.isDue(worker.pod(), view)) {
            new AllRestart(kubelet, worker).run(() -> {
                busy = false;
                relist();
            });
        } else if (worker.runtime().sandboxReady()) {
            containers.run(this::synced);
        } else {
            prepareSandbox();
        }
    }

    /// Looks at the Pod once more, now or after what is being done.
    void again() {
        if (busy) {
            changedMeanwhile = true;
        } else {
            work.after(kubelet.timing().status(), this::sync);
        }
    }

    /// Looks at the Pod when the kubelet looks at what runs next.
    void relist() {
        if (relistDue) {
            return;
        }
        relistDue = true;
        kubelet.after(work.untilBehindRelist(), () -> {
            relistDue = false;
            if (busy && !worker.stopping()) {
                relist();
            } else {
                sync();
            }
        });
    }

    private void prepareSandbox() {
        if (worker.runtime().replacesSandbox()) {
            kubelet.tell(worker.pod(), "SandboxChanged", "Pod sandbox changed, it will be killed and re-created.", "");
        }
        Optional<String> unmounted = worker.mounts().mount();
        if (unmounted.isPresent()) {
            kubelet.warn(worker.pod(), "FailedMount", unmounted.get(), "");
            busy = false;
            retryAfter(worker.mounts().nextTry());
            return;
        }
        worker.probes().begin();
        work.after(kubelet.timing().sandbox(), this::makeSandbox);
    }

    private void makeSandbox() {
        Optional<Network> network = kubelet.networkFor(worker.pod());
        if (network.isEmpty()) {
            kubelet.warn(
                    worker.pod(),
                    "FailedCreatePodSandBox",
                    "Failed to create pod sandbox: no IP addresses available",
                    "");
            busy = false;
            retryAfter(RETRY);
            return;
        }
        worker.runtime().sandbox(network.get());
        newSandbox = true;
        if (Boolean.TRUE.equals(worker.pod().getSpec().getHostNetwork())) {
            worker.runtime().showIp();
        }
        kubelet.publish(worker, false);
        containers.run(this::synced);
    }

    private void synced(SyncOutcome outcome) {
        busy = false;
        worker.runtime().showIp();
        if (outcome.anyStarted()) {
            work.after(kubelet.timing().status(), this::sync);
        } else if (newSandbox
                || worker.resizing().filter(Resizing::isInProgress).isPresent()) {
            relist();
        }
        newSandbox = false;
        if (changedMeanwhile) {
            changedMeanwhile = false;
            again();
        }
        outcome.retry().ifPresent(this::retryAfter);
    }

    private void retryAfter(Duration delay) {
        if (retry != null) {
            retry.cancel();
        }
        retry = kubelet.after(kubelet.timing().untilTick(delay), work.unlessGivenUp(this::sync));
    }
}
