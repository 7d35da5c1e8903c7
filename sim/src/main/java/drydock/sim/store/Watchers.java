package drydock.sim.store;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.FieldSelector;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The open watches, and the way of a change to each of them.
final class Watchers {

    /// How long an event is on its way from the API server to who watches.
    static final Duration LATENCY = Duration.ofMillis(2);

    private final Storage storage;
    private final Map<Key, List<Watcher>> byKind = new HashMap<>();

    Watchers(Storage storage) {
        this.storage = storage;
        storage.follow(this::tell);
    }

    Subscription open(Query query, Consumer<ClusterEvent> listener) {
        Watcher watcher = new Watcher(query, listener);
        List<HasMetadata> present = storage.list(query.kind(), query.namespace()).stream()
                .filter(watcher::matches)
                .toList();
        present.forEach(object -> watcher.send(new ClusterEvent.Added(object), version(object)));
        watcher.send(new ClusterEvent.Synced(query.kind()), storage.cause());
        return opened(watcher);
    }

    /// Goes on from an earlier moment: tells of the changes since then first.
    Subscription open(Query query, List<Change> since, Consumer<ClusterEvent> listener) {
        Watcher watcher = new Watcher(query, listener);
        since.forEach(watcher::tell);
        return opened(watcher);
    }

    private Subscription opened(Watcher watcher) {
        List<Watcher> watchers = byKind.computeIfAbsent(
                key(watcher.query.kind().group(), watcher.query.kind().kind()), _ -> new ArrayList<>());
        watchers.add(watcher);
        return () -> {
            watcher.closed = true;
            watchers.remove(watcher);
        };
    }

    void closeAll() {
        byKind.values().forEach(watchers -> watchers.forEach(watcher -> watcher.closed = true));
        byKind.clear();
    }

    /// One action brings the change to all who watch, one after the other.
    private void tell(Change change) {
        ResourceId id = change.object();
        List<Watcher> watchers = byKind.get(key(id.group(), id.kind()));
        if (watchers == null || watchers.isEmpty()) {
            return;
        }
        Delivery delivery = new Delivery(change.version(), watchers.size());
        for (int i = 0; i < watchers.size(); i++) {
            Watcher watcher = watchers.get(i);
            delivery.add(watcher, watcher.eventOf(change));
        }
        if (!delivery.events.isEmpty()) {
            storage.engine().schedule(LATENCY, delivery);
        }
    }

    private static Key key(String group, String kind) {
        return new Key(group, kind);
    }

    private record Key(String group, String kind) {}

    /// A change on its way to those who watched when it happened.
    private final class Delivery implements Runnable {

        private final long version;
        private final List<Watcher> watchers;
        private final List<ClusterEvent> events;

        Delivery(long version, int most) {
            this.version = version;
            this.watchers = new ArrayList<>(most);
            this.events = new ArrayList<>(most);
        }

        /// @param event what it is to that watcher; null if it is nothing
        void add(Watcher watcher, @Nullable ClusterEvent event) {
            if (event != null) {
                watchers.add(watcher);
                events.add(event);
            }
        }

        @Override
        public void run() {
            storage.reacting(version, () -> {
                for (int i = 0; i < events.size(); i++) {
                    if (!watchers.get(i).closed) {
                        watchers.get(i).listener.accept(events.get(i));
                    }
                }
            });
        }
    }

    private static long version(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }

    private final class Watcher {

        private final Query query;
        private final LabelSelector labels;
        private final FieldSelector fields;
        private final Consumer<ClusterEvent> listener;
        private final boolean all;
        private boolean closed;

        Watcher(Query query, Consumer<ClusterEvent> listener) {
            this.query = query;
            this.labels = LabelSelector.parse(query.labelSelector());
            this.fields = FieldSelector.parse(query.fieldSelector());
            this.listener = listener;
            this.all = query.namespace().isEmpty()
                    && labels.isEverything()
                    && fields.conditions().isEmpty();
        }

        boolean matches(HasMetadata object) {
            return all
                    || ((query.namespace().isEmpty()
                                    || query.namespace()
                                            .equals(object.getMetadata().getNamespace()))
                            && labels.matches(object)
                            && fields.matches(object));
        }

        void tell(Change change) {
            ClusterEvent event = eventOf(change);
            if (event != null) {
                send(event, change.version());
            }
        }

        /// What a change is to this watch: an object that begins or ceases to match has come or gone. Null if it is
        /// nothing.
        @Nullable
        ClusterEvent eventOf(Change change) {
            HasMetadata before = change.before();
            HasMetadata after = change.after();
            boolean did = before != null && matches(before);
            if (after != null && matches(after)) {
                return did ? new ClusterEvent.Modified(after) : new ClusterEvent.Added(after);
            }
            return did ? new ClusterEvent.Deleted(change.last()) : null;
        }

        void send(ClusterEvent event, long version) {
            storage.engine().schedule(LATENCY, () -> {
                if (!closed) {
                    storage.reacting(version, () -> listener.accept(event));
                }
            });
        }
    }
}
