package drydock.app.live;

import drydock.app.live.api.ApiServer;
import drydock.app.live.api.HttpWire;
import drydock.app.live.api.ServedKind;
import drydock.app.live.watch.KindWatch;
import drydock.app.live.watch.RefusedAtFirst;
import drydock.app.live.watch.Wire;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// The watches of a live cluster: all who watch the same share one connection, which ends when nobody does. They are
/// told when the server falls silent, and when it is there again. May be used on any thread.
final class SharedWatches implements AutoCloseable {

    /// So many kinds are listed at a time.
    private static final int LISTS_AT_ONCE = 4;

    /// What is watched, and whether only metadata of it.
    record Watched(Query query, boolean metadataOnly) {}

    private final ApiServer server;
    private final List<ServedKind> served;
    private final KindWatch.Surroundings surroundings = new KindWatch.Surroundings(
            InstantSource.system(), Thread::sleep, RandomGenerator.getDefault(), new Semaphore(LISTS_AT_ONCE, true));
    private final Heartbeat heartbeat;
    private final Map<Watched, KindWatch> watches = new HashMap<>();
    private boolean closed;

    /// @param served the kinds that the server has, and how
    SharedWatches(ApiServer server, List<ServedKind> served) {
        this.server = server;
        this.served = served;
        this.heartbeat =
                new Heartbeat(() -> server.text("/version"), outages(), surroundings.clock(), surroundings.pauses());
    }

    private Heartbeat.Listener outages() {
        return new Heartbeat.Listener() {
            @Override
            public void lost(Instant since, String reason) {
                watching().forEach(watch -> watch.interrupt(since, reason));
            }

            @Override
            public void found() {
                watching().forEach(KindWatch::reconnect);
            }
        };
    }

    /// Watches until what is returned is closed.
    ///
    /// @param refusal what is told at first where the user is known not to be allowed what is wanted
    synchronized Subscription watch(Watched wanted, Optional<String> refusal, Consumer<ClusterEvent> listener) {
        if (closed) {
            return () -> {};
        }
        KindWatch there = watches.get(wanted);
        KindWatch watch = there == null ? begun(wanted, refusal) : there;
        Subscription heard = watch.listen(listener);
        if (there == null) {
            Thread.ofVirtual().name("watch " + wanted.query().kind().plural()).start(watch);
        }
        return () -> {
            heard.close();
            end(wanted, watch);
        };
    }

    private KindWatch begun(Watched wanted, Optional<String> refusal) {
        ResourceKind kind = wanted.query().kind();
        ServedKind how = served.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseGet(() -> new ServedKind(kind, kind.version(), false));
        Wire wire = new HttpWire(server, wanted.query(), how, wanted.metadataOnly());
        Wire asked =
                refusal.<Wire>map(message -> new RefusedAtFirst(wire, message)).orElse(wire);
        KindWatch watch = new KindWatch(kind, asked, surroundings);
        watches.put(wanted, watch);
        return watch;
    }

    private synchronized void end(Watched wanted, KindWatch watch) {
        if (!watch.isWanted() && watches.remove(wanted, watch)) {
            watch.close();
        }
    }

    private synchronized List<KindWatch> watching() {
        return List.copyOf(watches.values());
    }

    @Override
    public void close() {
        heartbeat.close();
        synchronized (this) {
            closed = true;
            watches.values().forEach(KindWatch::close);
            watches.clear();
        }
    }
}
