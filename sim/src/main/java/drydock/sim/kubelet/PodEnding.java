package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the work on one Pod comes to its end (`pkg/kubelet/pod_workers.go`): when no container will run again,
/// the Pod is being deleted, or its node ends it, what runs is stopped; then the final status is written, and a
/// deleted Pod is removed from the API.
final class PodEnding {

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final WorkInHand work;
    private @Nullable PodTermination termination;
    private boolean limited;
    private boolean finished;
    private boolean terminated;
    private boolean released;
    private boolean gone;
    private PodEnd why = PodEnd.NONE;

    PodEnding(Kubelet kubelet, PodWorker worker, WorkInHand work) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.work = work;
    }

    /// Whether what runs is being stopped, or nothing will run any more.
    boolean hasBegun() {
        return termination != null || finished || gone;
    }

    /// Whether what runs is being stopped.
    boolean isStopping() {
        return termination != null;
    }

    /// Whether the Pod is gone from the API.
    boolean isGone() {
        return gone;
    }

    /// Whether its final status has been written.
    boolean isFinished() {
        return finished;
    }

    /// Whether the Pod still counts for what its node has given out.
    boolean leavesActive() {
        return !finished && !gone && !terminated;
    }

    /// Why its node ends it, in the kubelet's words.
    PodEnd why() {
        return why;
    }

    /// Nothing of the Pod was ever run, or will be.
    void refused() {
        finished = true;
    }

    /// The Pod, which was `older` before, is being deleted.
    void deleted(Pod older) {
        if (finished) {
            kubelet.remove(worker.pod());
        } else if (termination == null) {
            terminate(this::stopped);
        } else if (!Objects.equals(
                older.getMetadata().getDeletionGracePeriodSeconds(),
                worker.pod().getMetadata().getDeletionGracePeriodSeconds())) {
            // a shorter grace period, counted from now: all is begun anew, as the sync in hand is given up
            terminate(this::stopped);
        }
    }

    /// The Pod is gone from the API: whatever still runs is stopped, and nothing is written.
    void forget() {
        gone = true;
        worker.giveUp();
        termination = new PodTermination(kubelet, worker, this::release);
        termination.begin(0);
    }

    /// The kubelet was started again, and goes on stopping what is being deleted.
    ///
    /// @return whether the Pod has come to its end or is on its way there
    boolean resume() {
        if (gone || finished) {
            return true;
        }
        boolean begun = termination != null;
        termination = null;
        if (begun && isDeleted()) {
            terminate(this::stopped);
            return true;
        }
        return false;
    }

    /// Ends the Pod because the node has not enough of something, or the Pod takes too much of it.
    void evict(PodEnd reason) {
        kubelet.warn(worker.pod(), reason.reason(), reason.message(), "");
        end(reason, 1);
    }

    /// Ends the Pod when it has been there as long as it may (`pkg/kubelet/active_deadline.go`).
    void limit() {
        Long seconds = worker.pod().getSpec().getActiveDeadlineSeconds();
        if (seconds == null || limited) {
            return;
        }
        limited = true;
        kubelet.after(kubelet.timing().untilTick(Duration.ofSeconds(seconds)), () -> {
            if (leavesActive() && !isStopping()) {
                kubelet.tell(worker.pod(), PodEnd.OVERDUE.reason(), PodEnd.OVERDUE.message(), "");
                end(PodEnd.OVERDUE, graceSeconds());
            }
        });
    }

    private void end(PodEnd reason, long graceSeconds) {
        why = reason;
        worker.giveUp();
        kubelet.publish(worker, false);
        termination = new PodTermination(
                kubelet, worker, () -> work.after(kubelet.timing().teardown(), () -> work.atRelist(this::finish)));
        termination.begin(graceSeconds);
    }

    /// No container will run again: what still runs is stopped, and the phase becomes final.
    void complete() {
        boolean stops = !worker.runtime().running().isEmpty();
        terminate(() -> {
            if (stops) {
                work.after(kubelet.timing().teardown(), () -> {
                    worker.runtime().sandboxGone();
                    kubelet.publish(worker, false);
                    work.atRelist(() -> work.atRelist(this::finish));
                });
            } else {
                work.atRelist(this::finish);
            }
        });
    }

    /// A container has ended, or one that is being stopped waits for its turn.
    void containerEnded() {
        if (termination != null) {
            termination.ended();
        }
    }

    private void terminate(Runnable then) {
        worker.giveUp();
        termination = new PodTermination(kubelet, worker, then);
        termination.begin(graceSeconds());
    }

    private void finish() {
        worker.runtime().sandboxGone();
        finished = true;
        release();
        kubelet.publish(worker, true);
        if (isDeleted()) {
            kubelet.remove(worker.pod());
        }
    }

    /// All containers of a deleted Pod have ended.
    private void stopped() {
        work.after(kubelet.timing().teardown(), () -> {
            worker.runtime().sandboxGone();
            terminated = true;
            kubelet.publish(worker, true);
            work.atRelist(() -> {
                finished = true;
                release();
                kubelet.remove(worker.pod());
            });
        });
    }

    private void release() {
        if (!released) {
            released = true;
            worker.runtime().networkIfAny().ifPresent(kubelet::release);
        }
    }

    private boolean isDeleted() {
        return worker.pod().getMetadata().getDeletionTimestamp() != null;
    }

    private long graceSeconds() {
        return Objects.requireNonNullElse(
                worker.pod().getMetadata().getDeletionGracePeriodSeconds(), worker.podGraceSeconds());
    }
}
