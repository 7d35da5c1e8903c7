package drydock.sim.store;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ContainerAccess;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;

/// The API server as the components of the simulated cluster see it: a cluster, and what only they do.
///
/// Watch events arrive through the engine's queue, a little later than the change, in the order of the changes.
public interface ApiServer extends Cluster {

    /// The same server, for one component: what it changes is recorded as done by `component`, as
    /// `replication-controller` or `kubelet/node-1`.
    ApiServer as(String component);

    /// Assigns a Pod to a node and sets its condition PodScheduled (`pkg/registry/core/pod/storage`, subresource
    /// `binding`).
    ///
    /// @throws drydock.model.cluster.ClusterException 409 if the Pod is bound or being deleted
    void bind(ResourceId pod, String node);

    /// Records an event about `about`, as client-go's recorder does; like ones are counted, not repeated.
    ///
    /// @param type `Normal` or `Warning`
    /// @param fieldPath what of the object is meant, as `spec.containers{nginx}`, or empty
    void record(HasMetadata about, String type, String reason, String message, String fieldPath);

    /// From now on what is asked of containers goes to these kubelets.
    default void forwardTo(ContainerAccess kubelets) {
        // a server without kubelets has nobody to ask
    }

    /// Every change there ever was, the oldest first; a view that grows.
    List<Change> log();

    /// The same server, asked with all that a request to it can say.
    ApiRequests requests();

    /// All objects as they were after the change that made `version`: before the first one there were none, after the
    /// last one they are as they are now. It takes a few milliseconds, however long ago it was.
    Snapshot at(long version);

    /// All objects as they were at `moment`, with all that happened in it.
    Snapshot at(Instant moment);

    /// The version of the change that is being reacted to at this moment, 0 if there is none.
    default long cause() {
        return 0;
    }

    /// Runs `reaction` so that what it changes is remembered as caused by the change of version `cause`: for who puts
    /// its reactions off.
    default void reacting(long cause, Runnable reaction) {
        reaction.run();
    }

    @Override
    default HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        return requests().apply(configuration, new WriteOptions(fieldManager, false, force));
    }
}
