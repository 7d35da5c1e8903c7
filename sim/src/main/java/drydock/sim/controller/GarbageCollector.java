package drydock.sim.controller;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Deletion.Propagation;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Shape;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Deletes what belongs to owners that are gone, and lets owners go that wait for what belongs to them
/// (`pkg/controller/garbagecollector/garbagecollector.go`).
///
/// An owner is known by its uid: a new object of the same name is another one.
public final class GarbageCollector {

    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";

    private final ApiServer api;
    private final WorkQueue queue;
    private final Map<ResourceId, HasMetadata> objects = new HashMap<>();
    private final Map<String, ResourceId> byUid = new HashMap<>();
    private final Map<String, NavigableSet<ResourceId>> dependents = new HashMap<>();

    private GarbageCollector(Engine engine, ApiServer server) {
        api = server.as("generic-garbage-collector");
        queue = new WorkQueue(engine, api, "garbage-collector", (key, done) -> {
            sync(key);
            done.run();
        });
        for (ResourceKind kind : api.kinds()) {
            // as the real one does (`DefaultIgnoredResources`)
            if (!kind.equals(Kinds.EVENT)) {
                api.watch(Query.all(kind), this::seen);
            }
        }
    }

    public static void start(Engine engine, ApiServer server) {
        var _ = new GarbageCollector(engine, server);
    }

    private void seen(ClusterEvent event) {
        switch (event) {
            case ClusterEvent.Added(var object) -> changed(objects.get(ResourceId.of(object)), object);
            case ClusterEvent.Modified(var object) -> changed(objects.get(ResourceId.of(object)), object);
            case ClusterEvent.Deleted(var object) -> changed(object, null);
            case ClusterEvent.Synced _, ClusterEvent.Interrupted _, ClusterEvent.Resumed _, ClusterEvent.Refused _ -> {
                // a simulated cluster's watches are never cut
            }
        }
    }

    private void changed(@Nullable HasMetadata before, @Nullable HasMetadata after) {
        if (before != null && after != null && belongsToTheSame(before, after)) {
            objects.put(ResourceId.of(after), after);
            return;
        }
        if (before != null) {
            forget(before);
        }
        if (after != null) {
            know(after);
        } else if (before != null) {
            dependentsOf(before).forEach(queue::add);
            Owners.all(before).forEach(owner -> addIfWaiting(owner.getUid()));
        }
    }

    /// Whether nothing is to be done about a change, as about most.
    private boolean belongsToTheSame(HasMetadata before, HasMetadata after) {
        return before.getMetadata().getUid().equals(after.getMetadata().getUid())
                && !Owners.isDeleting(after)
                && Owners.all(before).equals(Owners.all(after))
                && Owners.all(after).stream().allMatch(owner -> byUid.containsKey(owner.getUid()));
    }

    private void know(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        objects.put(id, object);
        byUid.put(object.getMetadata().getUid(), id);
        List<OwnerReference> owners = Owners.all(object);
        owners.forEach(owner ->
                dependents.computeIfAbsent(owner.getUid(), _ -> new TreeSet<>()).add(id));
        boolean ownerGone = owners.stream().anyMatch(owner -> !byUid.containsKey(owner.getUid()));
        if (ownerGone || waits(object, ORPHAN) || waits(object, FOREGROUND)) {
            queue.add(id);
        }
    }

    private void forget(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        objects.remove(id);
        byUid.remove(object.getMetadata().getUid());
        Owners.all(object).forEach(owner -> {
            NavigableSet<ResourceId> of = dependents.get(owner.getUid());
            if (of != null && of.remove(id) && of.isEmpty()) {
                dependents.remove(owner.getUid());
            }
        });
    }

    private void addIfWaiting(String uid) {
        ResourceId owner = byUid.get(uid);
        if (owner != null && waits(objects.get(owner), FOREGROUND)) {
            queue.add(owner);
        }
    }

    private void sync(ResourceId id) {
        HasMetadata object = objects.get(id);
        if (object == null) {
            return;
        }
        if (waits(object, ORPHAN)) {
            dependentsOf(object)
                    .forEach(dependent -> keepOwners(
                            dependent,
                            owner -> !owner.getUid().equals(object.getMetadata().getUid())));
            release(object, ORPHAN);
        } else if (waits(object, FOREGROUND)) {
            deleteDependents(object);
        } else if (!Owners.isDeleting(object)) {
            collect(id, object);
        }
    }

    /// The owner goes when nothing that blocks its deletion is left.
    private void deleteDependents(HasMetadata owner) {
        List<ResourceId> blocking = dependentsOf(owner).stream()
                .filter(id -> Owners.all(objects.get(id)).stream()
                        .anyMatch(o -> o.getUid().equals(owner.getMetadata().getUid())
                                && Boolean.TRUE.equals(o.getBlockOwnerDeletion())))
                .toList();
        if (blocking.isEmpty()) {
            release(owner, FOREGROUND);
        }
        dependentsOf(owner).stream()
                .filter(id -> !Owners.isDeleting(objects.get(id)))
                .forEach(queue::add);
    }

    private void collect(ResourceId id, HasMetadata object) {
        List<OwnerReference> owners = Owners.all(object);
        if (owners.isEmpty()) {
            return;
        }
        boolean waiting = owners.stream().anyMatch(this::isWaited);
        if (owners.stream().anyMatch(this::isSolid)) {
            if (!owners.stream().allMatch(this::isSolid)) {
                keepOwners(id, this::isSolid);
            }
        } else if (waiting && !dependentsOf(object).isEmpty()) {
            api.delete(id, new Deletion(OptionalLong.empty(), Propagation.FOREGROUND));
        } else {
            api.delete(id, Deletion.DEFAULT);
        }
    }

    /// Whether the owner is there, and not one that only waits for what belongs to it.
    private boolean isSolid(OwnerReference owner) {
        return byUid.containsKey(owner.getUid()) && !isWaited(owner);
    }

    private boolean isWaited(OwnerReference owner) {
        ResourceId id = byUid.get(owner.getUid());
        return id != null && waits(objects.get(id), FOREGROUND);
    }

    private static boolean waits(HasMetadata object, String finalizer) {
        return Owners.isDeleting(object) && object.getMetadata().getFinalizers().contains(finalizer);
    }

    private List<ResourceId> dependentsOf(HasMetadata owner) {
        return List.copyOf(dependents.getOrDefault(owner.getMetadata().getUid(), new TreeSet<>()));
    }

    private void keepOwners(ResourceId id, Predicate<OwnerReference> kept) {
        HasMetadata object = objects.get(id);
        change(
                object,
                metadata -> metadata.setOwnerReferences(
                        Owners.all(object).stream().filter(kept).toList()));
    }

    private void release(HasMetadata object, String finalizer) {
        change(
                object,
                metadata -> metadata.setFinalizers(object.getMetadata().getFinalizers().stream()
                        .filter(f -> !f.equals(finalizer))
                        .toList()));
    }

    private void change(HasMetadata object, Consumer<ObjectMeta> change) {
        ObjectMeta metadata = Shape.copy(object.getMetadata());
        change.accept(metadata);
        api.replace(Shape.withMetadata(object, metadata));
    }
}
