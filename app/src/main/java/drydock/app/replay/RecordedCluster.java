package drydock.app.replay;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.FieldSelector;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.Snapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A moment of a recording, asked as a cluster is. Whatever would change it is refused.
record RecordedCluster(ClusterInfo info, Snapshot moment, Instant now) implements Cluster {

    @Override
    public List<ResourceKind> kinds() {
        return Kinds.served();
    }

    @Override
    public Optional<HasMetadata> get(ResourceId id) {
        return moment.get(id);
    }

    @Override
    public List<HasMetadata> list(Query query) {
        LabelSelector labels = LabelSelector.parse(query.labelSelector());
        FieldSelector fields = FieldSelector.parse(query.fieldSelector());
        return moment.list(query.kind(), query.namespace()).stream()
                .filter(labels::matches)
                .filter(fields::matches)
                .toList();
    }

    /// Tells what there is; nothing more happens at a moment.
    @Override
    public Subscription watch(Query query, Consumer<ClusterEvent> listener) {
        list(query).forEach(object -> listener.accept(new ClusterEvent.Added(object)));
        listener.accept(new ClusterEvent.Synced(query.kind()));
        return () -> {};
    }

    private ClusterException refused() {
        return new ClusterException(
                403, "Recording", "this is a recording of " + info.name() + ": it cannot be changed");
    }

    @Override
    public HasMetadata create(HasMetadata object) {
        throw refused();
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        throw refused();
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        throw refused();
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        throw refused();
    }

    @Override
    public HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        throw refused();
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        throw refused();
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        throw refused();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
