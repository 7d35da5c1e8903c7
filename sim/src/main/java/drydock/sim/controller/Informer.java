package drydock.sim.controller;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one component knows of the objects of a kind, from its watch: always a little behind the API server
/// (`client-go/tools/cache`).
///
/// Objects can be found by keys that an index gives each of them; every list is in the order of namespace and name.
///
/// An object that changes and keeps its keys costs one look-up: it has an entry, and all lists hold entries.
public final class Informer<T extends HasMetadata> {

    /// Is told of a change after the cache knows it: `before` is null for what has come, `after` for what has gone.
    @FunctionalInterface
    public interface Handler<T> {
        void changed(@Nullable T before, @Nullable T after);
    }

    private final Class<T> type;
    private final Function<T, ? extends Collection<String>> index;
    private final BiPredicate<T, T> sameKeys;
    private final Map<ResourceId, Entry<T>> entries = new HashMap<>();
    private @Nullable NavigableMap<ResourceId, Entry<T>> inOrder;
    private final Map<String, NavigableMap<ResourceId, Entry<T>>> byKey = new HashMap<>();
    private final List<Handler<T>> handlers = new ArrayList<>();

    /// What is known of one object.
    private static final class Entry<T> {
        private T object;

        Entry(T object) {
            this.object = object;
        }
    }

    /// @param index the keys by which an object can be found
    /// @param sameKeys whether two versions of an object surely have the same keys: less work than to ask for them
    public Informer(
            ApiServer api,
            ResourceKind kind,
            Class<T> type,
            Function<T, ? extends Collection<String>> index,
            BiPredicate<T, T> sameKeys) {
        this.type = type;
        this.index = index;
        this.sameKeys = sameKeys;
        api.watch(Query.all(kind), this::seen);
    }

    /// @param index the keys by which an object can be found
    public Informer(ApiServer api, ResourceKind kind, Class<T> type, Function<T, ? extends Collection<String>> index) {
        this(api, kind, type, index, (_, _) -> false);
    }

    /// A cache whose objects are found by name only.
    public Informer(ApiServer api, ResourceKind kind, Class<T> type) {
        this(api, kind, type, _ -> List.of(), (_, _) -> true);
    }

    public Informer<T> on(Handler<T> handler) {
        handlers.add(handler);
        return this;
    }

    public Optional<T> get(ResourceId id) {
        Entry<T> entry = entries.get(id);
        return entry == null ? Optional.empty() : Optional.of(entry.object);
    }

    /// All objects; a view. Their order is kept from the first time on that they are asked for.
    public Collection<T> all() {
        NavigableMap<ResourceId, Entry<T>> sorted = inOrder;
        if (sorted == null) {
            sorted = new TreeMap<>(entries);
            inOrder = sorted;
        }
        return new Objects<>(sorted.values());
    }

    /// The objects that the index gives `key`; a view.
    public Collection<T> of(String key) {
        NavigableMap<ResourceId, Entry<T>> found = byKey.get(key);
        return found == null ? List.of() : new Objects<>(found.values());
    }

    private void seen(ClusterEvent event) {
        switch (event) {
            case ClusterEvent.Added(var object) -> put(type.cast(object));
            case ClusterEvent.Modified(var object) -> put(type.cast(object));
            case ClusterEvent.Deleted(var object) -> remove(type.cast(object));
            case ClusterEvent.Synced _, ClusterEvent.Interrupted _, ClusterEvent.Resumed _, ClusterEvent.Refused _ -> {
                // a simulated cluster's watches are never cut
            }
        }
    }

    private void put(T object) {
        ResourceId id = ResourceId.of(object);
        Entry<T> entry = entries.get(id);
        if (entry == null) {
            Entry<T> added = new Entry<>(object);
            entries.put(id, added);
            if (inOrder != null) {
                inOrder.put(id, added);
            }
            index.apply(object).forEach(key -> index(id, added, key));
            tell(null, object);
            return;
        }
        T before = entry.object;
        if (sameKeys.test(before, object)) {
            entry.object = object;
        } else {
            entry.object = object;
            reindex(id, entry, before);
        }
        tell(before, object);
    }

    private void remove(T object) {
        ResourceId id = ResourceId.of(object);
        Entry<T> entry = entries.remove(id);
        if (entry != null) {
            if (inOrder != null) {
                inOrder.remove(id);
            }
            index.apply(entry.object).forEach(key -> unindex(id, key));
        }
        tell(object, null);
    }

    private void reindex(ResourceId id, Entry<T> entry, T before) {
        Collection<String> old = index.apply(before);
        Collection<String> keys = index.apply(entry.object);
        for (String key : old) {
            if (!keys.contains(key)) {
                unindex(id, key);
            }
        }
        for (String key : keys) {
            if (!old.contains(key)) {
                index(id, entry, key);
            }
        }
    }

    private void index(ResourceId id, Entry<T> entry, String key) {
        byKey.computeIfAbsent(key, _ -> new TreeMap<>()).put(id, entry);
    }

    private void unindex(ResourceId id, String key) {
        NavigableMap<ResourceId, Entry<T>> found = byKey.get(key);
        if (found != null) {
            found.remove(id);
            if (found.isEmpty()) {
                byKey.remove(key);
            }
        }
    }

    private void tell(@Nullable T before, @Nullable T after) {
        for (int i = 0; i < handlers.size(); i++) {
            handlers.get(i).changed(before, after);
        }
    }

    /// The objects of entries; a view that cannot be changed.
    private static final class Objects<T> extends AbstractCollection<T> {

        private final Collection<Entry<T>> entries;

        Objects(Collection<Entry<T>> entries) {
            this.entries = entries;
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public Iterator<T> iterator() {
            Iterator<Entry<T>> each = entries.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public T next() {
                    return each.next().object;
                }
            };
        }
    }
}
