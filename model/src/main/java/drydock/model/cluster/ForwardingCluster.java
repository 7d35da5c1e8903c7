package drydock.model.cluster;

import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A cluster before another, to which all goes that is asked of it and told to it.
public abstract class ForwardingCluster implements Cluster {

    private final Cluster cluster;

    protected ForwardingCluster(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public ClusterInfo info() {
        return cluster.info();
    }

    @Override
    public Instant now() {
        return cluster.now();
    }

    @Override
    public List<ResourceKind> kinds() {
        return cluster.kinds();
    }

    @Override
    public Optional<HasMetadata> get(ResourceId id) {
        return cluster.get(id);
    }

    @Override
    public List<HasMetadata> list(Query query) {
        return cluster.list(query);
    }

    @Override
    public Subscription watch(Query query, Consumer<ClusterEvent> listener) {
        return cluster.watch(query, listener);
    }

    @Override
    public HasMetadata create(HasMetadata object) {
        return cluster.create(object);
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        return cluster.replace(object);
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        return cluster.replaceStatus(object);
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        return cluster.patch(id, patch);
    }

    @Override
    public HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        return cluster.apply(configuration, fieldManager, force);
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        return cluster.scale(id, replicas);
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        return cluster.delete(id, deletion);
    }

    @Override
    public Optional<ContainerAccess> containers() {
        return cluster.containers();
    }

    @Override
    public Optional<Cluster> trial() {
        return cluster.trial();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
