package drydock.sim.kubelet;

import java.time.Duration;

/// When one probe of a container is due (`pkg/kubelet/prober/worker.go`, run): at ticks that are a period apart and
/// begin with the Pod, not with a run of the container; a manual run lets them begin anew. Results count over the runs.
final class ProbeTicker {

    private final long periodNanos;
    private long sinceNanos;
    private long lastNanos = Long.MIN_VALUE;
    private boolean passed;
    private int length;
    private boolean hasPassed;

    ProbeTicker(Duration period, long sinceNanos) {
        this.periodNanos = Math.max(1, period.toNanos());
        this.sinceNanos = sinceNanos;
    }

    /// How long from `now` until the first tick at `earliest` or later. A tick that came while an answer was awaited is
    /// due at once.
    Duration untilDue(long now, long earliest) {
        long from = Math.max(Math.max(now, earliest), sinceNanos);
        boolean missed = lastNanos >= sinceNanos && earliest <= now && tickAtOrBefore(now) > lastNanos;
        if (missed) {
            return Duration.ZERO;
        }
        long tick = tickAtOrBefore(from);
        if (tick < from || tick <= lastNanos) {
            tick += periodNanos;
        }
        return Duration.ofNanos(tick - now);
    }

    /// Ticks begin anew with `now`, at which the probe is run.
    void reset(long now) {
        sinceNanos = now;
    }

    /// The probe is run.
    void run(long now) {
        lastNanos = now;
    }

    /// Takes an answer; returns how many in a row were the same.
    int add(boolean result) {
        length = result == passed ? length + 1 : 1;
        passed = result;
        hasPassed |= result;
        return length;
    }

    /// What counts next is counted anew.
    void countAnew() {
        length = 0;
    }

    boolean hasPassed() {
        return hasPassed;
    }

    private long tickAtOrBefore(long now) {
        return now - Math.floorMod(now - sinceNanos, periodNanos);
    }
}
