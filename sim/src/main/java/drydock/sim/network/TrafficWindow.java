package drydock.sim.network;

import java.time.Duration;

/// Counts of the last ten whole seconds, second by second; the one that runs is not yet among them.
final class TrafficWindow {

    private static final int SECONDS = 10;
    private static final int KEPT = SECONDS + 1;

    private final long[] second = new long[KEPT];
    private final long[] requests = new long[KEPT];
    private final long[] errors = new long[KEPT];
    private final long[] nanos = new long[KEPT];

    void add(long nowSecond, boolean succeeded, Duration took) {
        int at = (int) Math.floorMod(nowSecond, (long) KEPT);
        if (second[at] != nowSecond) {
            second[at] = nowSecond;
            requests[at] = 0;
            errors[at] = 0;
            nanos[at] = 0;
        }
        requests[at]++;
        errors[at] += succeeded ? 0 : 1;
        nanos[at] += took.toNanos();
    }

    ServiceTraffic at(long nowSecond) {
        long all = 0;
        long failed = 0;
        long time = 0;
        for (int i = 0; i < KEPT; i++) {
            if (second[i] >= nowSecond - SECONDS && second[i] < nowSecond) {
                all += requests[i];
                failed += errors[i];
                time += nanos[i];
            }
        }
        return all == 0
                ? ServiceTraffic.NONE
                : new ServiceTraffic(all / (double) SECONDS, failed / (double) SECONDS, Duration.ofNanos(time / all));
    }
}
