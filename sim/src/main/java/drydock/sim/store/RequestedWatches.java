package drydock.sim.store;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.sim.engine.Engine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Watches as a client asks for them: from a version on, with bookmarks, and over after half an hour to an hour
/// (`apiserver/pkg/storage/cacher/{cacher,watch_cache}.go`, `apiserver/pkg/endpoints/handlers/get.go`).
final class RequestedWatches {

    /// How long every change is kept for watches, and how many of a kind are kept however old they are.
    static final Duration KEPT = Duration.ofSeconds(75);

    private static final int KEPT_OF_A_KIND = 100;
    private static final Duration BOOKMARKS = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration SHORTEST = Duration.ofMinutes(30);

    private final Storage storage;
    private final Watchers watchers;
    private final SplittableRandom random;

    RequestedWatches(Storage storage, Watchers watchers) {
        this.storage = storage;
        this.watchers = watchers;
        this.random = storage.engine().random("watch-timeouts");
    }

    Subscription open(Query query, WatchOptions options, Consumer<WatchEvent> listener) {
        Open open = new Open(query, options, listener);
        long from = Versions.parse(options.version());
        if (from <= storage.version()) {
            open.begin(from);
        } else {
            open.timers.add(storage.engine().schedule(PATIENCE, () -> open.beginLate(from)));
        }
        return open::close;
    }

    /// The changes of a kind behind `version`, the oldest first.
    ///
    /// @throws ClusterException 410 if some of them are not kept any more
    private List<Change> since(Query query, long version) {
        List<Change> log = storage.log();
        long fresh = storage.engine().nowNanos() - KEPT.toNanos();
        Deque<Change> found = new ArrayDeque<>();
        for (int i = log.size() - 1; i >= version; i--) {
            Change change = log.get(i);
            boolean ofKind = change.object().kind().equals(query.kind().kind())
                    && change.object().group().equals(query.kind().group());
            if (ofKind && change.atNanos() < fresh && found.size() >= KEPT_OF_A_KIND) {
                throw Refusals.expired("too old resource version: " + version + " (" + change.version() + ")");
            }
            if (ofKind) {
                found.addFirst(change);
            }
        }
        return List.copyOf(found);
    }

    private final class Open {

        private final Query query;
        private final WatchOptions options;
        private final Consumer<WatchEvent> listener;
        private final java.util.ArrayList<Engine.Timer> timers = new java.util.ArrayList<>();
        private Subscription subscription = () -> {};
        private boolean initial;

        Open(Query query, WatchOptions options, Consumer<WatchEvent> listener) {
            this.query = query;
            this.options = options;
            this.listener = listener;
        }

        void beginLate(long from) {
            if (from <= storage.version()) {
                begin(from);
            } else {
                listener.accept(new WatchEvent.Failed(Refusals.tooLarge(from, storage.version())));
            }
        }

        void begin(long from) {
            initial = from == 0;
            try {
                subscription = initial
                        ? watchers.open(query, this::tell)
                        : watchers.open(query, since(query, from), this::tell);
            } catch (ClusterException expired) {
                listener.accept(new WatchEvent.Failed(expired));
                return;
            }
            if (options.bookmarks()) {
                bookmarkLater();
            }
            Duration longest = SHORTEST.plusMillis(random.nextLong(SHORTEST.toMillis()));
            timers.add(storage.engine().schedule(longest, () -> {
                close();
                listener.accept(new WatchEvent.Ended());
            }));
        }

        private void tell(ClusterEvent event) {
            switch (event) {
                case ClusterEvent.Added(var object) -> listener.accept(new WatchEvent.Added(object));
                case ClusterEvent.Modified(var object) -> listener.accept(new WatchEvent.Modified(object));
                case ClusterEvent.Deleted(var object) -> listener.accept(new WatchEvent.Deleted(object));
                case ClusterEvent.Synced _ -> {
                    if (initial && options.initialEvents()) {
                        listener.accept(new WatchEvent.Bookmark(Long.toString(storage.version()), true));
                    }
                }
                case ClusterEvent.Interrupted _, ClusterEvent.Resumed _, ClusterEvent.Refused _ -> {
                    // the server's own watches are never cut
                }
            }
        }

        /// Behind all that is on its way to this watch.
        private void bookmarkLater() {
            timers.add(storage.engine().schedule(BOOKMARKS, () -> {
                String version = Long.toString(storage.version());
                timers.add(storage.engine().schedule(Watchers.LATENCY, () -> {
                    listener.accept(new WatchEvent.Bookmark(version, false));
                    bookmarkLater();
                }));
            }));
        }

        void close() {
            subscription.close();
            timers.forEach(Engine.Timer::cancel);
            timers.clear();
        }
    }
}
