package drydock.sim.part;

import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Where the events of a watch arrive: late on a slow line, and on one that was cut afterwards, for each object that
/// changed meanwhile as one change.
public final class Inbox {

    private final Engine engine;
    private final ApiServer api;
    private final Line line;
    private final ResourceKind kind;
    private final Consumer<ClusterEvent> listener;
    private final Map<ResourceId, ClusterEvent> missed = new LinkedHashMap<>();
    private boolean connected = true;
    private boolean closed;
    private long notBeforeNanos;

    public Inbox(Engine engine, ApiServer api, Line line, ResourceKind kind, Consumer<ClusterEvent> listener) {
        this.engine = engine;
        this.api = api;
        this.line = line;
        this.kind = kind;
        this.listener = listener;
        line.on(this::lineChanged);
        lineChanged();
    }

    /// An event has left the server.
    public void receive(ClusterEvent event) {
        if (closed) {
            return;
        }
        if (!connected) {
            miss(event);
            return;
        }
        Duration lag = line.lag();
        if (lag.isZero() && notBeforeNanos <= engine.nowNanos()) {
            listener.accept(event);
            return;
        }
        notBeforeNanos = Math.max(notBeforeNanos, engine.nowNanos() + lag.toNanos());
        long cause = api.cause();
        engine.schedule(Duration.ofNanos(notBeforeNanos - engine.nowNanos()), () -> {
            if (!connected) {
                miss(event);
            } else if (!closed) {
                api.reacting(cause, () -> listener.accept(event));
            }
        });
    }

    public void close() {
        closed = true;
        missed.clear();
    }

    private void miss(ClusterEvent event) {
        switch (event) {
            case ClusterEvent.Added(var object) -> miss(object, event);
            case ClusterEvent.Modified(var object) -> {
                ClusterEvent before = missed.get(ResourceId.of(object));
                miss(object, before instanceof ClusterEvent.Added ? new ClusterEvent.Added(object) : event);
            }
            case ClusterEvent.Deleted(var object) -> {
                ClusterEvent before = missed.remove(ResourceId.of(object));
                if (!(before instanceof ClusterEvent.Added)) {
                    miss(object, event);
                }
            }
            case ClusterEvent.Synced _, ClusterEvent.Interrupted _, ClusterEvent.Resumed _, ClusterEvent.Refused _ -> {
                // about the watch itself, which is not there now
            }
        }
    }

    /// An object that has gone and come again while nobody was told has both told.
    private void miss(HasMetadata object, ClusterEvent event) {
        ResourceId id = ResourceId.of(object);
        if (event instanceof ClusterEvent.Added && missed.get(id) instanceof ClusterEvent.Deleted) {
            missed.put(id, new ClusterEvent.Modified(object));
        } else {
            missed.put(id, event);
        }
    }

    private void lineChanged() {
        if (closed || connected == line.open()) {
            return;
        }
        connected = line.open();
        Instant now = engine.now();
        if (!connected) {
            listener.accept(new ClusterEvent.Interrupted(kind, now, "connect: connection refused"));
            return;
        }
        List<ClusterEvent> events = new ArrayList<>(missed.values());
        missed.clear();
        engine.schedule(Duration.ofMillis(5), () -> {
            events.forEach(this::receive);
            receive(new ClusterEvent.Resumed(kind));
        });
    }
}
