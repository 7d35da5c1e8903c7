package drydock.sim.store;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Moments as the API writes them.
public final class Times {

    /// The last second that was written: what happens, happens at about the same time.
    private static volatile Second last = new Second(Long.MIN_VALUE, "");

    private record Second(long number, String text) {}

    private static final int MOST_KNOWN = 1_000;

    private static final Map<String, Instant> MOMENTS = new ConcurrentHashMap<>();

    private Times() {}

    /// The moment that the API writes as `text`.
    ///
    /// @throws java.time.format.DateTimeParseException if it is none
    public static Instant moment(String text) {
        if (MOMENTS.size() > MOST_KNOWN) {
            MOMENTS.clear();
        }
        return MOMENTS.computeIfAbsent(text, Instant::parse);
    }

    /// `metav1.Time`: whole seconds.
    public static String seconds(Instant moment) {
        Second known = last;
        if (known.number() == moment.getEpochSecond()) {
            return known.text();
        }
        Second second = new Second(
                moment.getEpochSecond(),
                Instant.ofEpochSecond(moment.getEpochSecond()).toString());
        last = second;
        return second.text();
    }
}
