package drydock.app.live;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.ManifestAccess;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A cluster that nothing is done to while it is locked, whoever asks: the menus, the console, anything to come.
final class GuardedCluster implements Cluster {

    private final Cluster cluster;
    private final BooleanSupplier isUnlocked;

    GuardedCluster(Cluster cluster, BooleanSupplier isUnlocked) {
        this.cluster = cluster;
        this.isUnlocked = isUnlocked;
    }

    private <T> T unlocked(Supplier<T> change) {
        if (!isUnlocked.getAsBoolean()) {
            throw new ClusterException(
                    403, "ReadOnly", cluster.info().name() + " is open for reading only; unlock it to change it");
        }
        return change.get();
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
        return unlocked(() -> cluster.create(object));
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        return unlocked(() -> cluster.replace(object));
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        return unlocked(() -> cluster.replaceStatus(object));
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        return unlocked(() -> cluster.patch(id, patch));
    }

    @Override
    public HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        return unlocked(() -> cluster.apply(configuration, fieldManager, force));
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        return unlocked(() -> cluster.scale(id, replicas));
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        return unlocked(() -> cluster.delete(id, deletion));
    }

    /// Logs can be read of a locked cluster; programs are run in containers of an unlocked one only.
    @Override
    public Optional<ContainerAccess> containers() {
        return cluster.containers().map(access -> new GuardedContainers(access, isUnlocked, cluster.info()));
    }

    @Override
    public Optional<ManifestAccess> manifests() {
        return cluster.manifests().map(access -> new GuardedManifests(access, isUnlocked, cluster.info()));
    }

    @Override
    public void close() {
        cluster.close();
    }
}
