package drydock.sim.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Moments as the API writes them.
public final class Times {

    private Times() {}

    /// `metav1.Time`: whole seconds.
    public static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
