package drydock.sim.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides which of the events that one component records are written, and which of them are one: what client-go does
/// in every component (`client-go/tools/record/events_cache.go`).
final class EventCorrelator {

    private static final int SIMILAR = 10;
    private static final long SIMILAR_SECONDS = 600;
    private static final int BURST = 25;
    private static final double REFILLED_A_SECOND = 1 / 300.0;
    private static final int REMEMBERED = 4_096;
    private static final String COMBINED = "(combined from similar events): ";

    /// What an event says.
    ///
    /// @param about the object, by everything that tells it from others
    record Said(String about, String type, String reason, String message, String fieldPath) {

        private Said withMessage(String other) {
            return new Said(about, type, reason, other, fieldPath);
        }
    }

    /// An event that is to be written.
    ///
    /// @param name what it is called
    /// @param count how often it was recorded
    /// @param firstNanos when it was recorded first
    record Written(String name, int count, long firstNanos, String message) {}

    /// What similar events have in common.
    private record Group(String about, String type, String reason) {}

    /// What is known of similar events, which differ in their message only.
    private static final class Similar {
        // most have one
        private @Nullable String only;
        private Set<String> more = Set.of();
        private long lastNanos;

        void forget() {
            only = null;
            more = Set.of();
        }

        void add(String message) {
            if (only == null && more.isEmpty()) {
                only = message;
            } else if (!message.equals(only) && !more.contains(message)) {
                more = new HashSet<>(more);
                more.add(message);
            }
        }

        int count() {
            return more.size() + (only == null ? 0 : 1);
        }

        void remove(String message) {
            if (message.equals(only)) {
                only = null;
            } else {
                more.remove(message);
            }
        }
    }

    private static final class Bucket {
        private double tokens = BURST;
        private long lastNanos;
    }

    private final Map<Group, Similar> similar = recent();
    private final Map<Said, Written> observed = recent();
    private final Map<String, Bucket> buckets = recent();

    /// The event as it is to be written; empty if there are too many about its object.
    ///
    /// @param name a new name, should it be a new event
    Optional<Written> correlate(Said said, long nowNanos, Supplier<String> name) {
        Said key = combined(said, nowNanos) ? said.withMessage("") : said;
        String message = key.equals(said) ? said.message() : COMBINED + said.message();
        Written before = observed.get(key);
        Written now = before == null
                ? new Written(name.get(), 1, nowNanos, message)
                : new Written(before.name(), before.count() + 1, before.firstNanos(), message);
        observed.put(key, now);
        return hasToken(said.about(), nowNanos) ? Optional.of(now) : Optional.empty();
    }

    /// Whether this is one of too many that differ in their message only.
    private boolean combined(Said said, long nowNanos) {
        Group group = new Group(said.about(), said.type(), said.reason());
        Similar known = similar.computeIfAbsent(group, _ -> new Similar());
        if (nowNanos - known.lastNanos > SIMILAR_SECONDS * 1_000_000_000L) {
            known.forget();
        }
        known.lastNanos = nowNanos;
        known.add(said.message());
        if (known.count() < SIMILAR) {
            return false;
        }
        known.remove(said.message());
        return true;
    }

    private boolean hasToken(String about, long nowNanos) {
        Bucket bucket = buckets.computeIfAbsent(about, _ -> new Bucket());
        double refilled = (nowNanos - bucket.lastNanos) / 1e9 * REFILLED_A_SECOND;
        bucket.tokens = Math.min(BURST, bucket.tokens + refilled);
        bucket.lastNanos = nowNanos;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens--;
        return true;
    }

    /// A map that forgets what was not asked for longest.
    private static <K, V> Map<K, V> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
