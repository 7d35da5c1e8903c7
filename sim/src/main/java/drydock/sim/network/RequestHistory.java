package drydock.sim.network;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The requests of a run that can be looked back at. Ways that are the same are kept once.
final class RequestHistory {

    private static final int MOST = 100_000;
    private static final int MOST_WAYS = 20_000;

    /// A request with the moment of its end, which is often asked for.
    private record Ended(RequestTrace trace, Instant end) {}

    /// In the order of their ends.
    private final Deque<Ended> kept = new ArrayDeque<>();

    private final Map<List<Hop>, List<Hop>> ways = new HashMap<>();

    void add(RequestTrace trace) {
        if (ways.size() > MOST_WAYS) {
            ways.clear();
        }
        List<Hop> way = ways.computeIfAbsent(trace.hops(), hops -> hops);
        kept.addLast(new Ended(trace.along(way), trace.at().plus(trace.took())));
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    /// Those that were on their way at some moment from `from` to `to`, in the order in which they ended; the newest
    /// `most` of them.
    List<RequestTrace> between(Instant from, Instant to, int most) {
        List<RequestTrace> found = new ArrayList<>();
        for (Iterator<Ended> newest = kept.descendingIterator(); newest.hasNext() && found.size() < most; ) {
            Ended ended = newest.next();
            if (ended.end().isBefore(from)) {
                break;
            }
            if (!ended.trace().at().isAfter(to)) {
                found.add(ended.trace());
            }
        }
        return found.reversed();
    }
}
