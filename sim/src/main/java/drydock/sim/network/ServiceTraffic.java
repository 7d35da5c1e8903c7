package drydock.sim.network;

import java.time.Duration;

/// What went to a Service in the last while.
///
/// @param latency of the mean answer
public record ServiceTraffic(double requestsASecond, double errorsASecond, Duration latency) {

    public static final ServiceTraffic NONE = new ServiceTraffic(0, 0, Duration.ZERO);
}
