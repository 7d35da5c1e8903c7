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

/// The open watches, and the way of a change to each of them.
final class Watchers {

    /// How long an event is on its way from the API server to who watches.
    static final Duration LATENCY = Duration.ofMillis(2);

    private final Storage storage;
    private final Map<String, List<Watcher>> byKind = new HashMap<>();

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

    private void tell(Change change) {
        ResourceId id = change.object();
        for (Watcher watcher : List.copyOf(byKind.getOrDefault(key(id.group(), id.kind()), List.of()))) {
            watcher.tell(change);
        }
    }

    private static String key(String group, String kind) {
        return group + "/" + kind;
    }

    private static long version(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }

    private final class Watcher {

        private final Query query;
        private final LabelSelector labels;
        private final FieldSelector fields;
        private final Consumer<ClusterEvent> listener;
        private boolean closed;

        Watcher(Query query, Consumer<ClusterEvent> listener) {
            this.query = query;
            this.labels = LabelSelector.parse(query.labelSelector());
            this.fields = FieldSelector.parse(query.fieldSelector());
            this.listener = listener;
        }

        boolean matches(HasMetadata object) {
            return (query.namespace().isEmpty()
                            || query.namespace().equals(object.getMetadata().getNamespace()))
                    && labels.matches(object)
                    && fields.matches(object);
        }

        /// An object that begins or ceases to match has come or gone, for this watch.
        void tell(Change change) {
            HasMetadata before = change.before();
            HasMetadata after = change.after();
            boolean did = before != null && matches(before);
            boolean does = after != null && matches(after);
            if (does && after != null) {
                send(did ? new ClusterEvent.Modified(after) : new ClusterEvent.Added(after), change.version());
            } else if (did) {
                send(new ClusterEvent.Deleted(change.last()), change.version());
            }
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
