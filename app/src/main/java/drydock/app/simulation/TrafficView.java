package drydock.app.simulation;

import drydock.model.resource.ResourceId;
import drydock.render.traffic.Dots;
import drydock.render.traffic.Flow;
import drydock.render.traffic.Flows;
import drydock.render.traffic.Request;
import drydock.render.traffic.Sender;
import drydock.render.traffic.Traffic;
import drydock.sim.network.Client;
import drydock.sim.network.ClusterNetwork;
import drydock.sim.network.RequestTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What is to be seen of a simulation's requests at a moment, in the present or the past.
///
/// Belongs to the simulation's thread. However many requests there are, a few hundred are handed on: the dots of more
/// could not be told apart. Who sends and what flows is counted a few times a second.
final class TrafficView {

    private static final int MOST_DOTS = 120;
    private static final int MOST_LOST = 40;
    private static final int MOST_RECENT = 200;
    private static final Duration COUNTED = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    /// At a higher speed dots would only flicker: lines tell what goes along them.
    private static final double FASTEST = 20;

    private static final long COUNT_NANOS = 250_000_000;

    private record Piece(ResourceId from, ResourceId to) {}

    private final ClusterNetwork network;
    private final Instant start;
    private final RequestReading reading;
    private Flows flows = Flows.NONE;
    private List<Request> recent = List.of();
    private long countedAt;
    private Instant countedFor = Instant.MIN;

    /// @param start when the run began
    TrafficView(ClusterNetwork network, Instant start) {
        this.network = network;
        this.start = start;
        this.reading = new RequestReading(start);
    }

    /// @param moment the moment that is seen
    /// @param speed seconds of the cluster for each real one
    /// @param realNanos the real time
    Traffic at(Instant moment, double speed, long realNanos) {
        boolean due = countedFor.equals(Instant.MIN)
                || moment.isBefore(countedFor)
                || (moment.isAfter(countedFor) && realNanos - countedAt > COUNT_NANOS);
        if (due) {
            countedAt = realNanos;
            countedFor = moment;
            count(moment);
        }
        double now = Duration.between(start, moment).toNanos() / 1e9;
        if (speed > FASTEST) {
            return new Traffic(now, Double.POSITIVE_INFINITY, List.of(), 1, flows, recent);
        }
        List<RequestTrace> seen = travelling(moment, Duration.ofNanos((long) (Dots.SEEN_SECONDS * speed * 1e9)));
        int each = Math.max(1, (seen.size() + MOST_DOTS - 1) / MOST_DOTS);
        long lost = seen.stream().filter(trace -> !reading.isAnswered(trace)).count();
        long eachLost = Math.max(1, (lost + MOST_LOST - 1) / MOST_LOST);
        List<Request> shown = seen.stream()
                .filter(trace -> trace.number() % (reading.isAnswered(trace) ? each : Math.min(each, eachLost)) == 0)
                .sorted(Comparator.comparingLong(RequestTrace::number))
                .map(reading::request)
                .toList();
        return new Traffic(now, speed, shown, each, flows, recent);
    }

    /// Those that are on their way, or have ended not longer than `lingering` ago.
    private List<RequestTrace> travelling(Instant moment, Duration lingering) {
        List<RequestTrace> found = new ArrayList<>(network.requests().between(moment.minus(lingering), moment));
        network.requests().underWay().stream()
                .filter(trace -> !trace.at().isAfter(moment))
                .map(TrafficView::endless)
                .forEach(found::add);
        return found;
    }

    private static RequestTrace endless(RequestTrace trace) {
        return new RequestTrace(
                trace.number(),
                trace.at(),
                trace.kind(),
                trace.client(),
                trace.target(),
                trace.hops(),
                trace.result(),
                RequestReading.ENDLESS,
                trace.service(),
                trace.pod());
    }

    private void count(Instant moment) {
        Instant since = moment.minus(COUNTED);
        List<RequestTrace> counted = travelling(moment, COUNTED).stream()
                .filter(trace -> trace.at().isAfter(since))
                .toList();
        flows = new Flows(senders(moment, counted), flows(counted));
        recent = Stream.concat(
                        counted.stream().filter(reading::isEndless),
                        network.requests().newest(moment.minus(REMEMBERED), moment, MOST_RECENT).stream())
                .sorted(Comparator.comparingLong(RequestTrace::number).reversed())
                .limit(MOST_RECENT)
                .map(reading::request)
                .toList();
    }

    /// Who was started, and who else has sent something from outside.
    private List<Sender> senders(Instant moment, List<RequestTrace> counted) {
        Map<String, Sender> senders = new LinkedHashMap<>();
        for (Client client : network.clients().runningAt(moment)) {
            senders.put(
                    client.name(), new Sender(client.name(), client.from(), client.url(), client.requestsASecond()));
        }
        for (RequestTrace trace : counted) {
            if (reading.isFromOutside(trace)) {
                senders.putIfAbsent(trace.client(), new Sender(trace.client(), Optional.empty(), trace.target(), 0));
            }
        }
        return List.copyOf(senders.values());
    }

    private List<Flow> flows(List<RequestTrace> counted) {
        Map<Piece, int[]> pieces = new LinkedHashMap<>();
        for (RequestTrace trace : counted) {
            var stops = reading.way(trace).stops();
            for (int i = 1; i < stops.size(); i++) {
                int[] count = pieces.computeIfAbsent(new Piece(stops.get(i - 1), stops.get(i)), _ -> new int[2]);
                count[0]++;
                count[1] += trace.result().succeeded() || reading.isEndless(trace) ? 0 : 1;
            }
        }
        double seconds = COUNTED.toSeconds();
        List<Flow> found = new ArrayList<>();
        pieces.forEach(
                (ends, count) -> found.add(new Flow(ends.from(), ends.to(), count[0] / seconds, count[1] / seconds)));
        return found;
    }
}
