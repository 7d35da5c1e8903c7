package drydock.sim.expect;

import drydock.model.resource.ResourceId;
import drydock.sim.network.Hop;
import drydock.sim.network.RequestResult;
import drydock.sim.network.RequestTrace;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The way of a request in words: `client → node/10.0.0.101 → service/web → pod/web-1: 200`.
final class Ways {

    private Ways() {}

    static String text(RequestTrace trace) {
        return trace.hops().stream().map(Ways::place).collect(Collectors.joining(" → ")) + ": " + result(trace);
    }

    /// Whether the request came by these places in this order; others may have been between.
    static boolean comesBy(RequestTrace trace, List<String> way) {
        int next = 0;
        for (Hop hop : trace.hops()) {
            if (next < way.size() && is(hop, way.get(next))) {
                next++;
            }
        }
        return next == way.size();
    }

    private static boolean is(Hop hop, String place) {
        return place.contains("/") ? new Value.OneOf(List.of(place)).matches(place(hop)) : place.equals(kind(hop));
    }

    private static String place(Hop hop) {
        String name = hop.object().map(ResourceId::name).orElse(hop.name());
        return name.isEmpty() ? kind(hop) : kind(hop) + "/" + name;
    }

    private static String kind(Hop hop) {
        return hop.kind().name().toLowerCase(Locale.ROOT);
    }

    static String result(RequestTrace trace) {
        return switch (trace.result()) {
            case RequestResult.Answered(var status) -> Integer.toString(status);
            case RequestResult.Refused _ -> "refused";
            case RequestResult.TimedOut _ -> "timed-out";
            case RequestResult.Dropped _ -> "dropped";
            case RequestResult.Unreachable _ -> "unreachable";
            case RequestResult.UnknownName _ -> "unknown-name";
        };
    }
}
