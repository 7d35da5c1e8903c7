package drydock.sim.kubelet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Instants as the API writes them: whole seconds, in UTC.
final class Times {

    private Times() {}

    static String format(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
