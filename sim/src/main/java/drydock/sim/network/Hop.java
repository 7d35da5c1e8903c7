package drydock.sim.network;

import drydock.model.resource.ResourceId;
import java.time.Duration;
import java.util.Optional;

/// A place that a request came by.
///
/// @param name what the place is called, as `10.244.1.3:80`
/// @param object the object it is, where it is one
/// @param after how long after the request began it was there
public record Hop(Kind kind, String name, Optional<ResourceId> object, Duration after) {

    public enum Kind {
        CLIENT,
        DNS,
        BALANCER,
        INGRESS,
        SERVICE,
        NODE,
        POD,
        OUTSIDE
    }
}
