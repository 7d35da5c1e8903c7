package drydock.model.cluster;

import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A cluster that can be watched and told what to do: the built-in simulation, or a live one.
///
/// **Errors.** A refusal by the API server is a [ClusterException] with the server's status; a connection that fails
/// is one too, with code 0.
///
/// **Objects** that go in and come out are never changed afterwards, by neither side.
///
/// **Threads.** A call may block (a live cluster) or must be made on the cluster's own thread (the simulation);
/// `app.task` knows which. Listeners are called on the cluster's own thread, in the order of what happened, and must
/// not block.
public interface Cluster extends AutoCloseable {

    /// What the cluster is called and where it is.
    ClusterInfo info();

    /// The time by which the cluster's objects are to be judged: virtual in a simulation.
    Instant now();

    /// The kinds it serves.
    List<ResourceKind> kinds();

    /// The object called `id`, or empty.
    Optional<HasMetadata> get(ResourceId id);

    /// The objects that `query` asks for, ordered by namespace and name.
    List<HasMetadata> list(Query query);

    /// Tells `listener` of what `query` asks for: first each object there is, as [ClusterEvent.Added], then
    /// [ClusterEvent.Synced], then each change, until the subscription is closed. An interrupted connection is
    /// told, mended, and what changed meanwhile is told as changes.
    Subscription watch(Query query, Consumer<ClusterEvent> listener);

    /// Creates `object`, which names its namespace, and returns what was stored.
    HasMetadata create(HasMetadata object);

    /// Replaces an object; one with a `resourceVersion` only if that is still the current one (else 409).
    HasMetadata replace(HasMetadata object);

    /// Replaces the `status` of an object and nothing else of it.
    HasMetadata replaceStatus(HasMetadata object);

    /// Changes part of an object.
    HasMetadata patch(ResourceId id, Patch patch);

    /// Server-side apply: sets what `configuration` says in the name of `fieldManager`, takes away what that said
    /// before and says no more, and refuses (409) what another manager has said otherwise, unless `force` takes
    /// it over.
    HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force);

    /// Sets `spec.replicas` through the subresource `scale`.
    HasMetadata scale(ResourceId id, int replicas);

    /// Deletes an object, or begins to: a Pod goes after its grace period, and an object with finalizers when they
    /// are gone. Returns the object as it was last seen.
    HasMetadata delete(ResourceId id, Deletion deletion);

    /// The way to its running containers; empty where there is none.
    default Optional<ContainerAccess> containers() {
        return Optional.empty();
    }

    /// The same cluster, but what it is told is only tried: it answers what would come of it, or refuses, and stores
    /// nothing (`dryRun=All`). Empty where nothing can be tried.
    default Optional<Cluster> trial() {
        return Optional.empty();
    }

    /// Ends all watches and frees what the connection holds.
    @Override
    void close();
}
