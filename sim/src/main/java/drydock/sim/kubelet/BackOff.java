package drydock.sim.kubelet;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Delays that double from 10 s to 300 s and are forgotten after 600 s of quiet
/// (`client-go/util/flowcontrol/backoff.go`, as the kubelet uses it for restarts and for pulls).
final class BackOff {

    private static final Duration INITIAL = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofMinutes(5);

    private final Map<String, Entry> entries = new TreeMap<>();

    /// The delay that `key` is in, 0 if none.
    Duration delay(String key) {
        Entry entry = entries.get(key);
        return entry == null ? Duration.ZERO : entry.delay;
    }

    /// How much of the delay is left at `now` if it runs from `event`; 0 once it is over.
    Duration remaining(String key, Instant event, Instant now) {
        Entry entry = entries.get(key);
        if (entry == null || expired(entry, event)) {
            return Duration.ZERO;
        }
        Duration left = entry.delay.minus(Duration.between(event, now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// How much of the delay is left at `now` if it runs from the last failure that was counted.
    Duration remaining(String key, Instant now) {
        Entry entry = entries.get(key);
        return entry == null ? Duration.ZERO : remaining(key, entry.counted, now);
    }

    /// Counts a failure of `event`, noticed at `now`: the next delay is twice the last one.
    void count(String key, Instant event, Instant now) {
        Entry entry = entries.get(key);
        Duration next = entry == null || expired(entry, event) ? INITIAL : entry.delay.multipliedBy(2);
        entries.put(key, new Entry(next.compareTo(MOST) > 0 ? MOST : next, now));
    }

    void forget(String prefix) {
        entries.keySet().removeIf(key -> key.startsWith(prefix));
    }

    private static boolean expired(Entry entry, Instant event) {
        return Duration.between(entry.counted, event).compareTo(MOST.multipliedBy(2)) > 0;
    }

    private record Entry(Duration delay, Instant counted) {}
}
