package drydock.app.live;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.ForwardingCluster;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.policy.v1.Eviction;
import java.util.Optional;

/// A live cluster that only tries what it is told.
final class LiveTrial extends ForwardingCluster {

    private final LiveCluster cluster;
    private final LiveWrites writes;

    LiveTrial(LiveCluster cluster, LiveWrites writes) {
        super(cluster);
        this.cluster = cluster;
        this.writes = writes;
    }

    @Override
    public HasMetadata create(HasMetadata object) {
        if (object instanceof Eviction) {
            throw new ClusterException(405, "MethodNotAllowed", "an eviction is not tried: it asks before it is done");
        }
        return cluster.ask(() -> writes.create(object));
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        return cluster.ask(() -> writes.replace(object));
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        return cluster.ask(() -> writes.replaceStatus(object));
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        return cluster.ask(() -> writes.patch(id, patch));
    }

    @Override
    public HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        return cluster.ask(() -> writes.apply(configuration, fieldManager, force));
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        return cluster.ask(() -> writes.scale(id, replicas));
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        return cluster.ask(() -> writes.delete(id, deletion));
    }

    @Override
    public Optional<Cluster> trial() {
        return Optional.of(this);
    }

    /// The cluster itself stays open.
    @Override
    public void close() {}
}
