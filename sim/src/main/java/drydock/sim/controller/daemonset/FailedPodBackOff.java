package drydock.sim.controller.daemonset;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How soon a daemon that failed on a node may be replaced there: after 1 s, then twice that, at most 15 min
/// (`client-go/util/flowcontrol/backoff.go`).
final class FailedPodBackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private record Entry(Instant since, Duration delay) {}

    private final Map<String, Entry> entries = new HashMap<>();

    /// How long `key` has yet to wait; zero, and a longer wait begins, if it need not.
    Duration next(String key, Instant now) {
        Entry last = entries.get(key);
        if (last != null && now.isBefore(last.since().plus(last.delay()))) {
            return last.delay();
        }
        boolean forgotten = last == null || now.isAfter(last.since().plus(LONGEST.multipliedBy(2)));
        Duration delay = forgotten ? FIRST : last.delay().multipliedBy(2);
        entries.put(key, new Entry(now, delay.compareTo(LONGEST) > 0 ? LONGEST : delay));
        return Duration.ZERO;
    }
}
