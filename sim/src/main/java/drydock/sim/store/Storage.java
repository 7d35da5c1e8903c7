package drydock.sim.store;

import drydock.model.cluster.ContainerAccess;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What etcd is to a real cluster: the objects, one counter of versions for all, and every change there ever was.
final class Storage {

    private final Engine engine;
    private final Map<String, NavigableMap<ResourceId, HasMetadata>> objects = new HashMap<>();
    private final List<Change> log = new ArrayList<>();
    private final List<Consumer<Change>> followers = new ArrayList<>();
    private @Nullable ContainerAccess containers;
    private long version;
    private long cause;

    Storage(Engine engine) {
        this.engine = engine;
    }

    Engine engine() {
        return engine;
    }

    /// The way to running containers, once there are kubelets.
    Optional<ContainerAccess> containers() {
        return Optional.ofNullable(containers);
    }

    void containers(ContainerAccess kubelets) {
        containers = kubelets;
    }

    Optional<HasMetadata> get(ResourceId id) {
        return Optional.ofNullable(ofKind(id.group(), id.kind()).get(id));
    }

    /// The objects of a kind, by namespace and name; a view.
    Collection<HasMetadata> list(ResourceKind kind, String namespace) {
        NavigableMap<ResourceId, HasMetadata> all = ofKind(kind.group(), kind.kind());
        if (namespace.isEmpty() || !kind.namespaced()) {
            return Collections.unmodifiableCollection(all.values());
        }
        ResourceId first = ResourceId.of(kind, namespace, "");
        ResourceId behind = ResourceId.of(kind, namespace + "\0", "");
        return Collections.unmodifiableCollection(
                all.subMap(first, true, behind, false).values());
    }

    /// Every change so far, the oldest first; a view.
    List<Change> log() {
        return Collections.unmodifiableList(log);
    }

    /// Tells `follower` of each change to come, at once.
    void follow(Consumer<Change> follower) {
        followers.add(follower);
    }

    /// Runs `reaction` so that what it changes is remembered as caused by the change of `version`.
    void reacting(long causingVersion, Runnable reaction) {
        long before = cause;
        cause = causingVersion;
        try {
            reaction.run();
        } finally {
            cause = before;
        }
    }

    /// The change that is being reacted to at this moment, 0 if none.
    long cause() {
        return cause;
    }

    /// Stores `object` under a new version and returns it as stored.
    HasMetadata put(ResourceId id, HasMetadata object, String component) {
        ObjectMeta metadata = Shape.copy(object.getMetadata());
        metadata.setResourceVersion(Long.toString(++version));
        HasMetadata stored = Shape.withMetadata(object, metadata);
        HasMetadata before = ofKind(id.group(), id.kind()).put(id, stored);
        remember(new Change(version, engine.nowNanos(), component, cause, id, before, stored));
        return stored;
    }

    /// Takes an object away and returns it as it was last.
    HasMetadata remove(ResourceId id, String component) {
        HasMetadata before = ofKind(id.group(), id.kind()).remove(id);
        if (before == null) {
            throw new IllegalStateException("not there: " + id);
        }
        ObjectMeta metadata = Shape.copy(before.getMetadata());
        metadata.setResourceVersion(Long.toString(++version));
        HasMetadata last = Shape.withMetadata(before, metadata);
        remember(new Change(version, engine.nowNanos(), component, cause, id, last, null));
        return last;
    }

    private void remember(Change change) {
        log.add(change);
        for (Consumer<Change> follower : List.copyOf(followers)) {
            follower.accept(change);
        }
    }

    private NavigableMap<ResourceId, HasMetadata> ofKind(String group, String kind) {
        return objects.computeIfAbsent(group + "/" + kind, _ -> new TreeMap<>());
    }
}
