package drydock.sim.network;

import drydock.model.resource.ResourceId;
import java.time.Duration;
import java.util.Optional;

/// Somebody who sends requests at a rate.
///
/// @param from the Pod it sends from; empty if it is outside the cluster
/// @param url what it asks for
/// @param timeout how long it waits for each answer
public record Client(String name, Optional<ResourceId> from, String url, double requestsASecond, Duration timeout) {

    private static final double MOST = 1_000;

    public Client {
        if (!(requestsASecond > 0 && requestsASecond <= MOST)) {
            throw new IllegalArgumentException("a rate is above 0 and at most 1000 a second: " + requestsASecond);
        }
    }
}
