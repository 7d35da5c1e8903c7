package drydock.sim.store;

import drydock.model.cluster.ContainerAccess;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What etcd is to a real cluster: the objects, one counter of versions for all, and every change there ever was.
final class Storage implements Present {

    private final Engine engine;
    private final Snapshot.Builder objects = new Snapshot.Builder(Snapshot.EMPTY);
    private final Map<ResourceId, HasMetadata> byName = new HashMap<>();
    private final History history = new History();
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

    @Override
    public Optional<HasMetadata> get(ResourceId id) {
        return Optional.ofNullable(byName.get(id));
    }

    /// The objects of a kind, by namespace and name; they stay as they are now.
    @Override
    public Collection<HasMetadata> list(ResourceKind kind, String namespace) {
        return objects.list(kind, namespace);
    }

    /// All objects, as they are now.
    Snapshot now() {
        return objects.moment();
    }

    History history() {
        return history;
    }

    /// The version of the last change, 0 if there was none.
    long version() {
        return version;
    }

    /// Every change so far, the oldest first; a view.
    List<Change> log() {
        return history.log();
    }

    /// Whether what there was at `version` is no longer told: it was over longer than `kept` ago.
    boolean isCompacted(long at, Duration kept) {
        long horizon = history.versionAt(engine.nowNanos() - kept.toNanos());
        return at < horizon;
    }

    /// @throws drydock.model.cluster.ClusterException 504 if `wanted` is a version that is yet to come
    void requireReached(long wanted) {
        if (wanted > version) {
            throw Refusals.tooLarge(wanted, version);
        }
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
        return putShared(id, Sharing.with(byName.get(id), object), component);
    }

    /// Stores `object`, which has [Sharing] behind it, under a new version and returns it as stored.
    HasMetadata putShared(ResourceId id, HasMetadata object, String component) {
        ObjectMeta metadata = Shape.sharing(object.getMetadata());
        metadata.setResourceVersion(Long.toString(++version));
        HasMetadata before = byName.get(id);
        HasMetadata stored = Shape.withMetadata(object, metadata);
        remember(new Change(version, engine.nowNanos(), component, cause, id, before, stored));
        return stored;
    }

    /// Stores a new object under a new version. It and its metadata are the caller's own, who does not touch them any
    /// more; [Sharing] is behind it.
    HasMetadata putOwn(ResourceId id, HasMetadata object, String component) {
        object.getMetadata().setResourceVersion(Long.toString(++version));
        remember(new Change(version, engine.nowNanos(), component, cause, id, null, object));
        return object;
    }

    /// Takes an object away and returns it as it was last.
    HasMetadata remove(ResourceId id, String component) {
        HasMetadata before = get(id).orElseThrow(() -> new IllegalStateException("not there: " + id));
        ObjectMeta metadata = Shape.sharing(before.getMetadata());
        metadata.setResourceVersion(Long.toString(++version));
        HasMetadata last = Shape.withMetadata(before, metadata);
        remember(new Change(version, engine.nowNanos(), component, cause, id, last, null));
        return last;
    }

    private void remember(Change change) {
        HasMetadata after = change.after();
        if (after == null) {
            byName.remove(change.object());
        } else {
            byName.put(change.object(), after);
        }
        objects.apply(change);
        history.add(change, objects);
        for (int i = 0; i < followers.size(); i++) {
            followers.get(i).accept(change);
        }
    }
}
