package drydock.sim.network;

import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The newest requests of a cluster, and what goes to each Service.
public final class RequestLog {

    private static final int MOST = 5_000;

    private final Engine engine;
    private final Deque<RequestTrace> traces = new ArrayDeque<>();
    private final Map<ResourceId, TrafficWindow> services = new HashMap<>();
    private final List<Consumer<RequestTrace>> followers = new ArrayList<>();
    private final RequestHistory history = new RequestHistory();
    private final Set<Journey> onTheirWay = new LinkedHashSet<>();
    private long last;

    RequestLog(Engine engine) {
        this.engine = engine;
    }

    long nextNumber() {
        return ++last;
    }

    void add(RequestTrace trace) {
        traces.addLast(trace);
        if (trace.kind() == RequestTrace.Kind.REQUEST) {
            history.add(trace);
        }
        if (traces.size() > MOST) {
            traces.removeFirst();
        }
        trace.service()
                .ifPresent(id -> services.computeIfAbsent(id, _ -> new TrafficWindow())
                        .add(engine.now().getEpochSecond(), trace.result().succeeded(), trace.took()));
        List.copyOf(followers).forEach(follower -> follower.accept(trace));
    }

    /// Those that are kept, in the order in which they ended.
    public List<RequestTrace> latest() {
        return List.copyOf(traces);
    }

    /// The one that ended last.
    ///
    /// @throws java.util.NoSuchElementException if none has
    RequestTrace last() {
        return traces.getLast();
    }

    /// The requests, probes left out, that were on their way at some moment between two and have ended since, in the
    /// order in which they ended; of the oldest of a long run none are kept.
    public List<RequestTrace> between(Instant from, Instant to) {
        return history.between(from, to, Integer.MAX_VALUE);
    }

    /// The newest of those that [#between] has, at most `most`.
    public List<RequestTrace> newest(Instant from, Instant to, int most) {
        return history.between(from, to, most);
    }

    /// The requests, probes left out, that are on their way, in the order in which they began.
    public List<RequestTrace> underWay() {
        return onTheirWay.stream().map(Journey::soFar).toList();
    }

    void begin(Journey journey) {
        if (journey.isRequest()) {
            onTheirWay.add(journey);
        }
    }

    void end(Journey journey) {
        onTheirWay.remove(journey);
    }

    /// Tells `follower` of each request when it has ended, until what is returned is run.
    public Runnable follow(Consumer<RequestTrace> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /// What went to `service` in the last ten seconds.
    public ServiceTraffic of(ResourceId service) {
        TrafficWindow window = services.get(service);
        return window == null ? ServiceTraffic.NONE : window.at(engine.now().getEpochSecond());
    }
}
