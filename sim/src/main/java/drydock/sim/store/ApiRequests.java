package drydock.sim.store;

import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.Consumer;

/// The requests that an API server takes, with all that can be said in them
/// (`apimachinery/pkg/apis/meta/v1/types.go`: ListOptions, CreateOptions, PatchOptions, DeleteOptions …).
///
/// Every method throws a [drydock.model.cluster.ClusterException] with the server's status where it refuses.
public interface ApiRequests {

    /// The objects that `query` asks for, or a page of them; all pages of one list show the same moment.
    ObjectList list(Query query, ListOptions options);

    /// Tells `listener` what happens to what `query` asks for, from a version on or from what is there.
    Subscription watch(Query query, WatchOptions options, Consumer<WatchEvent> listener);

    HasMetadata create(HasMetadata object, WriteOptions options);

    HasMetadata replace(HasMetadata object, WriteOptions options);

    /// Replaces the `status` of an object and nothing else of it.
    HasMetadata replaceStatus(HasMetadata object, WriteOptions options);

    /// Gives the containers of a Pod other resources, and changes nothing else of it (its subresource `resize`).
    HasMetadata resize(HasMetadata pod, WriteOptions options);

    /// Gives a Pod the ephemeral containers that `pod` has, and changes nothing else of it (its subresource
    /// `ephemeralcontainers`).
    HasMetadata ephemeralContainers(HasMetadata pod, WriteOptions options);

    HasMetadata patch(ResourceId id, Patch patch, WriteOptions options);

    /// Server-side apply: sets what `configuration` says, takes away what its manager had said and says no more, and
    /// refuses what another manager has said otherwise, unless it is forced.
    HasMetadata apply(HasMetadata configuration, WriteOptions options);

    /// Deletes an object, or begins to.
    HasMetadata delete(ResourceId id, DeleteOptions options);
}
