package drydock.sim.store;

import java.time.Instant;

/// Moments as the API writes them.
public final class Times {

    /// The last second that was written: what happens, happens at about the same time.
    private static volatile Second last = new Second(Long.MIN_VALUE, "");

    private record Second(long number, String text) {}

    private Times() {}

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
