package drydock.sim.controller;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.Map;

/// The versions that a controller has written of its objects. What its cache holds from before says nothing of what is
/// due: held against it, an object that has to be put back as it was looks right
/// (`pkg/controller/endpoint/endpoints_tracker.go`, `k8s.io/endpointslice/util/endpointslice_tracker.go`).
final class WrittenVersions {

    private static final int CONFLICT = 409;

    private final Map<ResourceId, Long> versions = new HashMap<>();

    void wrote(HasMetadata object) {
        versions.put(ResourceId.of(object), version(object));
    }

    void forget(ResourceId object) {
        versions.remove(object);
    }

    /// Holds that a cache is not behind what was written.
    ///
    /// @throws ClusterException if it is, which has the work tried again a little later
    void requireSeen(HasMetadata cached) {
        Long written = versions.get(ResourceId.of(cached));
        if (written != null && version(cached) < written) {
            throw new ClusterException(CONFLICT, "Conflict", cached.getKind() + " informer cache is out of date");
        }
    }

    private static long version(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }
}
