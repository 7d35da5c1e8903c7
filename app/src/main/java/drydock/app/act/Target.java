package drydock.app.act;

import drydock.app.session.ClusterSession;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;

/// One object of a cluster to which something is to be done.
///
/// @param object as it was last seen
record Target(ClusterSession session, HasMetadata object) {

    ResourceId id() {
        return ResourceId.of(object);
    }

    /// As `Deployment shop/web`.
    String name() {
        ResourceId id = id();
        return id.kind() + " " + (id.namespace().isEmpty() ? "" : id.namespace() + "/") + id.name();
    }
}
