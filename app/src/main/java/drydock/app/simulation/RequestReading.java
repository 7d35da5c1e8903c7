package drydock.app.simulation;

import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import drydock.render.traffic.Outcome;
import drydock.render.traffic.Outside;
import drydock.render.traffic.Request;
import drydock.render.traffic.Way;
import drydock.sim.network.Hop;
import drydock.sim.network.RequestResult;
import drydock.sim.network.RequestTrace;
import drydock.sim.network.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Simulated requests as they are drawn and told.
final class RequestReading {

    /// How long a request takes that nobody has answered yet.
    static final Duration ENDLESS = Duration.ofDays(36_500);

    private static final int MOST_WAYS = 20_000;

    private final Messages messages = Messages.of(RequestReading.class);
    private final Instant start;
    private final IdentityHashMap<List<Hop>, Way> ways = new IdentityHashMap<>();

    /// @param start when the run began
    RequestReading(Instant start) {
        this.start = start;
    }

    Request request(RequestTrace trace) {
        boolean endless = isEndless(trace);
        return new Request(
                trace.number(),
                trace.client(),
                trace.target(),
                way(trace),
                Duration.between(start, trace.at()).toNanos() / 1e9,
                endless ? Double.POSITIVE_INFINITY : trace.took().toNanos() / 1e9,
                outcome(trace.result()),
                endless ? messages.get("request.waiting") : said(trace.result()));
    }

    boolean isEndless(RequestTrace trace) {
        return trace.took().equals(ENDLESS);
    }

    /// Whether an answer came back.
    boolean isAnswered(RequestTrace trace) {
        return trace.result() instanceof RequestResult.Answered;
    }

    boolean isFromOutside(RequestTrace trace) {
        return !trace.hops().isEmpty() && trace.hops().getFirst().object().isEmpty();
    }

    Way way(RequestTrace trace) {
        if (ways.size() > MOST_WAYS) {
            ways.clear();
        }
        return ways.computeIfAbsent(
                trace.hops(),
                hops -> new Way(stops(trace), hops.stream().map(Hop::name).toList()));
    }

    private static List<ResourceId> stops(RequestTrace trace) {
        List<ResourceId> stops = new ArrayList<>();
        List<Hop> hops = trace.hops();
        for (int i = 0; i < hops.size(); i++) {
            stop(trace, i)
                    .filter(stop -> stops.isEmpty() || !stops.getLast().equals(stop))
                    .ifPresent(stops::add);
        }
        return stops;
    }

    private static Optional<ResourceId> stop(RequestTrace trace, int number) {
        Hop hop = trace.hops().get(number);
        return switch (hop.kind()) {
            case CLIENT -> Optional.of(hop.object().orElseGet(() -> Outside.client(trace.client())));
            case BALANCER -> hop.object().map(Outside::balancer);
            case OUTSIDE -> Optional.of(Outside.host(hop.name()));
            case NODE -> node(trace.hops(), number);
            case DNS, INGRESS, SERVICE, POD -> hop.object();
        };
    }

    /// The door of the Service that comes next; the node itself where it is the last place, or a host port leads on
    /// from it; nothing where a packet only passes it on its way to a Pod.
    private static Optional<ResourceId> node(List<Hop> hops, int number) {
        Hop hop = hops.get(number);
        if (number == hops.size() - 1) {
            return hop.object();
        }
        Hop next = hops.get(number + 1);
        int colon = hop.name().lastIndexOf(':');
        return switch (next.kind()) {
            case SERVICE ->
                next.object()
                        .map(service -> Outside.door(
                                service,
                                hop.name().substring(Math.max(0, colon)),
                                hop.object().map(ResourceId::name).orElse("")));
            case POD -> number == 1 ? hop.object() : Optional.empty();
            case CLIENT, DNS, BALANCER, INGRESS, NODE, OUTSIDE -> hop.object();
        };
    }

    private static Outcome outcome(RequestResult result) {
        return switch (result) {
            case RequestResult.Answered(var status) ->
                status < 400 ? Outcome.ANSWERED : status < 500 ? Outcome.CLIENT_ERROR : Outcome.SERVER_ERROR;
            case RequestResult.Refused _ -> Outcome.REFUSED;
            case RequestResult.TimedOut _ -> Outcome.TIMED_OUT;
            case RequestResult.Dropped _ -> Outcome.DROPPED;
            case RequestResult.Unreachable _ -> Outcome.UNREACHABLE;
            case RequestResult.UnknownName _ -> Outcome.UNKNOWN_NAME;
        };
    }

    private String said(RequestResult result) {
        return switch (result) {
            case RequestResult.Answered(var status) -> String.valueOf(status);
            case RequestResult.Refused(var why) -> messages.get("request.refused", said(why));
            case RequestResult.TimedOut(var why) -> messages.get("request.timedOut", said(why));
            case RequestResult.Dropped(var policies) -> messages.get("request.dropped", policies);
            case RequestResult.Unreachable(var address) -> messages.get("request.unreachable", address);
            case RequestResult.UnknownName(var name) -> messages.get("request.unknownName", name);
        };
    }

    private String said(Why why) {
        return messages.get("request.why." + why.code().name(), why.names().toArray());
    }
}
