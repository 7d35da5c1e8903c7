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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The open watches, and the way of a change to each of them.
final class Watchers {

    /// How long an event is on its way from the API server to who watches.
    static final Duration LATENCY = Duration.ofMillis(2);

    private final Storage storage;
    private final Map<Key, Audience> byKind = new HashMap<>();

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
        Key key = new Key(watcher.query.kind().group(), watcher.query.kind().kind());
        byKind.merge(key, new Audience(List.of(watcher)), Audience::and);
        return () -> {
            watcher.closed = true;
            byKind.computeIfPresent(key, (_, audience) -> audience.without(watcher));
        };
    }

    void closeAll() {
        byKind.values().forEach(audience -> audience.watchers().forEach(watcher -> watcher.closed = true));
        byKind.clear();
    }

    /// One action brings the change to all who watch, one after the other.
    private void tell(Change change) {
        ResourceId id = change.object();
        Audience audience = byKind.get(new Key(id.group(), id.kind()));
        if (audience != null) {
            Delivery delivery = audience.delivery(change);
            if (!delivery.watchers().isEmpty()) {
                storage.engine().schedule(LATENCY, () -> storage.reacting(change.version(), delivery::run));
            }
        }
    }

    private record Key(String group, String kind) {}

    /// Who watches a kind, in the order in which they began to; it never changes, since who watched when a change
    /// happened is told of it.
    ///
    /// @param all whether each of them watches all objects of the kind, so that a change is the same event to all
    private record Audience(List<Watcher> watchers, boolean all) {

        Audience(List<Watcher> watchers) {
            this(List.copyOf(watchers), watchers.stream().allMatch(watcher -> watcher.all));
        }

        Audience and(Audience others) {
            return new Audience(
                    Stream.concat(watchers.stream(), others.watchers.stream()).toList());
        }

        /// Null if nobody is left.
        @Nullable
        Audience without(Watcher gone) {
            List<Watcher> left =
                    watchers.stream().filter(watcher -> !watcher.equals(gone)).toList();
            return left.isEmpty() ? null : new Audience(left);
        }

        Delivery delivery(Change change) {
            if (all) {
                ClusterEvent event = Objects.requireNonNull(watchers.getFirst().eventOf(change));
                return new Delivery(watchers, Collections.nCopies(watchers.size(), event));
            }
            Delivery delivery = new Delivery(new ArrayList<>(), new ArrayList<>());
            for (Watcher watcher : watchers) {
                ClusterEvent event = watcher.eventOf(change);
                if (event != null) {
                    delivery.watchers().add(watcher);
                    delivery.events().add(event);
                }
            }
            return delivery;
        }
    }

    /// A change on its way to those who watched when it happened.
    ///
    /// @param events what it is to each of them
    private record Delivery(List<Watcher> watchers, List<ClusterEvent> events) {

        void run() {
            for (int i = 0; i < events.size(); i++) {
                Watcher watcher = watchers.get(i);
                if (!watcher.closed) {
                    watcher.listener.accept(events.get(i));
                }
            }
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
