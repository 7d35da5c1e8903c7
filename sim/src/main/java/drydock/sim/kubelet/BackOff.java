package drydock.sim.kubelet;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Delays that double from 10 s to 300 s, or to less, and are forgotten after twice the longest of quiet
/// (`client-go/util/flowcontrol/backoff.go`, as the kubelet uses it for restarts and for pulls).
final class BackOff {

    private static final Duration INITIAL = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<String, Entry> entries = new TreeMap<>();
    private final Duration most;

    BackOff() {
        this(LONGEST);
    }

    /// @param most the longest delay; where that is less than 10 s, it is the first one, too
    BackOff(Duration most) {
        this.most = most;
    }

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
        entries.put(key, new Entry(next.compareTo(most) > 0 ? most : next, now));
    }

    void forget(String prefix) {
        entries.keySet().removeIf(key -> key.startsWith(prefix));
    }

    private boolean expired(Entry entry, Instant event) {
        return Duration.between(entry.counted, event).compareTo(most.multipliedBy(2)) > 0;
    }

    private record Entry(Duration delay, Instant counted) {}
}
