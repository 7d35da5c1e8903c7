package drydock.sim.kubelet;

import java.time.Duration;

/// What is being done with one Pod and takes virtual time. It is given up as a whole when something else is to be done
/// with the Pod instead; what was to come of it then does nothing.
final class WorkInHand {

    private final Kubelet kubelet;
    private int epoch;

    WorkInHand(Kubelet kubelet) {
        this.kubelet = kubelet;
    }

    /// Nothing that was begun goes on.
    void giveUp() {
        epoch++;
    }

    /// Counts how often the work in hand was given up.
    int epoch() {
        return epoch;
    }

    /// Runs `action` after `delay` unless the work in hand was given up meanwhile.
    void after(Duration delay, Runnable action) {
        kubelet.after(delay, unlessGivenUp(action));
    }

    /// Runs `action` when the kubelet has looked at what runs once more, unless the work in hand was given up.
    void atRelist(Runnable action) {
        after(untilBehindRelist(), action);
    }

    /// Always some time, so that what waits from one relist for the next does not stop the clock.
    Duration untilBehindRelist() {
        return kubelet.timing().untilRelist().plusNanos(1);
    }

    /// `action`, which does nothing once the work in hand was given up.
    Runnable unlessGivenUp(Runnable action) {
        int begun = epoch;
        return () -> {
            if (begun == epoch) {
                action.run();
            }
        };
    }
}
