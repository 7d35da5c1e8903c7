package drydock.sim.controller;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one component knows of the objects of a kind, from its watch: always a little behind the API server
/// (`client-go/tools/cache`).
///
/// Objects can be found by keys that an index gives each of them; every list is in the order of namespace and name.
public final class Informer<T extends HasMetadata> {

    /// Is told of a change after the cache knows it: `before` is null for what has come, `after` for what has gone.
    @FunctionalInterface
    public interface Handler<T> {
        void changed(@Nullable T before, @Nullable T after);
    }

    private final Class<T> type;
    private final Function<T, ? extends Collection<String>> index;
    private final NavigableMap<ResourceId, T> objects = new TreeMap<>();
    private final Map<String, NavigableMap<ResourceId, T>> byKey = new HashMap<>();
    private final List<Handler<T>> handlers = new ArrayList<>();

    /// @param index the keys by which an object can be found
    public Informer(ApiServer api, ResourceKind kind, Class<T> type, Function<T, ? extends Collection<String>> index) {
        this.type = type;
        this.index = index;
        api.watch(Query.all(kind), this::seen);
    }

    /// A cache whose objects are found by name only.
    public Informer(ApiServer api, ResourceKind kind, Class<T> type) {
        this(api, kind, type, _ -> List.of());
    }

    public Informer<T> on(Handler<T> handler) {
        handlers.add(handler);
        return this;
    }

    public Optional<T> get(ResourceId id) {
        return Optional.ofNullable(objects.get(id));
    }

    /// All objects; a view.
    public Collection<T> all() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /// The objects that the index gives `key`; a view.
    public Collection<T> of(String key) {
        NavigableMap<ResourceId, T> found = byKey.get(key);
        return found == null ? List.of() : Collections.unmodifiableCollection(found.values());
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
        T before = objects.put(id, object);
        if (before != null) {
            unindex(id, before);
        }
        index.apply(object)
                .forEach(key -> byKey.computeIfAbsent(key, _ -> new TreeMap<>()).put(id, object));
        tell(before, object);
    }

    private void remove(T object) {
        ResourceId id = ResourceId.of(object);
        T before = objects.remove(id);
        if (before != null) {
            unindex(id, before);
        }
        tell(object, null);
    }

    private void unindex(ResourceId id, T object) {
        for (String key : index.apply(object)) {
            NavigableMap<ResourceId, T> found = byKey.get(key);
            if (found != null) {
                found.remove(id);
                if (found.isEmpty()) {
                    byKey.remove(key);
                }
            }
        }
    }

    private void tell(@Nullable T before, @Nullable T after) {
        handlers.forEach(handler -> handler.changed(before, after));
    }
}
