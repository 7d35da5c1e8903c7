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

    private final Deque<RequestTrace> traces = new ArrayDeque<>();
    private final Map<List<Hop>, List<Hop>> ways = new HashMap<>();

    void add(RequestTrace trace) {
        if (ways.size() > MOST_WAYS) {
            ways.clear();
        }
        List<Hop> way = ways.computeIfAbsent(trace.hops(), hops -> hops);
        traces.addLast(trace.along(way));
        if (traces.size() > MOST) {
            traces.removeFirst();
        }
    }

    /// Those that were on their way at some moment from `from` to `to`, in the order in which they ended.
    List<RequestTrace> between(Instant from, Instant to) {
        List<RequestTrace> found = new ArrayList<>();
        // they stand in the order of their ends, so the newest are looked at first
        for (Iterator<RequestTrace> newest = traces.descendingIterator(); newest.hasNext(); ) {
            RequestTrace trace = newest.next();
            if (trace.at().plus(trace.took()).isBefore(from)) {
                break;
            }
            if (!trace.at().isAfter(to)) {
                found.add(trace);
            }
        }
        return found.reversed();
    }
}
