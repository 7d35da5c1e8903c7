package drydock.sim.network;

import drydock.model.resource.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A request that has ended: who asked for what, the way it took, and what came of it.
///
/// @param number counts all requests of a cluster, from 1
/// @param at when it began
/// @param target as the client wrote it, `http://web:8888/`
/// @param service the Service it went by, if it did
/// @param pod the Pod that it reached, if it did
public record RequestTrace(
        long number,
        Instant at,
        Kind kind,
        String client,
        String target,
        List<Hop> hops,
        RequestResult result,
        Duration took,
        Optional<ResourceId> service,
        Optional<ResourceId> pod) {

    public enum Kind {
        REQUEST,
        PROBE
    }

    public RequestTrace {
        hops = List.copyOf(hops);
    }

    /// The same with `way`, which is equal to its own.
    RequestTrace along(List<Hop> way) {
        return new RequestTrace(number, at, kind, client, target, way, result, took, service, pod);
    }
}
