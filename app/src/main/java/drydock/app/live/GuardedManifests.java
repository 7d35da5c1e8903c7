package drydock.app.live;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.ManifestAccess;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The way to apply manifests to a cluster that may be locked: then nothing is even tried, for the server notes who
/// asked.
record GuardedManifests(ManifestAccess access, BooleanSupplier isUnlocked, ClusterInfo info) implements ManifestAccess {

    @Override
    public Optional<HasMetadata> find(ResourceId id, String apiVersion) {
        return access.find(id, apiVersion);
    }

    @Override
    public HasMetadata apply(ResourceId id, Map<String, Object> manifest, Way way) {
        if (!isUnlocked.getAsBoolean()) {
            throw new ClusterException(
                    403, "ReadOnly", info.name() + " is open for reading only; unlock it to change it");
        }
        return access.apply(id, manifest, way);
    }
}
