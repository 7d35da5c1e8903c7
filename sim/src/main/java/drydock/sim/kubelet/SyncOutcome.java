package drydock.sim.kubelet;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of a sync of a Pod: whether a container was started, and when to try again what could not be.
final class SyncOutcome {

    private boolean started;
    private @Nullable Duration wait;

    void containerStarted() {
        started = true;
    }

    boolean anyStarted() {
        return started;
    }

    void waitAtMost(Duration delay) {
        if (wait == null || delay.compareTo(wait) < 0) {
            wait = delay;
        }
    }

    /// The delay until the next try, empty if there is nothing to try.
    Optional<Duration> retry() {
        return Optional.ofNullable(wait);
    }
}
