package drydock.sim.kubelet;

import java.time.Instant;

/// Instants as the API writes them: whole seconds, in UTC.
final class Times {

    private Times() {}

    static String format(Instant instant) {
        return drydock.sim.store.Times.seconds(instant);
    }
}
