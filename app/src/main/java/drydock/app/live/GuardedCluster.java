package drydock.app.live;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.ForwardingCluster;
import drydock.model.cluster.ManifestAccess;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A cluster that nothing is done to while it is locked, whoever asks: the menus, the console, anything to come.
final class GuardedCluster extends ForwardingCluster {

    private final Cluster cluster;
    private final BooleanSupplier isUnlocked;

    GuardedCluster(Cluster cluster, BooleanSupplier isUnlocked) {
        super(cluster);
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

    /// Also what is only tried is asked of an unlocked cluster only: the server notes who asked for it.
    @Override
    public Optional<Cluster> trial() {
        return cluster.trial().map(trial -> new GuardedCluster(trial, isUnlocked));
    }

    @Override
    public Optional<ManifestAccess> manifests() {
        return cluster.manifests().map(access -> new GuardedManifests(access, isUnlocked, cluster.info()));
    }
}
