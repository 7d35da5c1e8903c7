package drydock.app.act;

import drydock.app.session.ClusterSession;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/// One object of a cluster to which something is to be done.
///
/// @param object as it was last seen
record Target(ClusterSession session, HasMetadata object) {

    ResourceId id() {
        return ResourceId.of(object);
    }

    /// What tells it from another object that is made under its name; empty if it has none.
    String uid() {
        return Objects.requireNonNullElse(object.getMetadata().getUid(), "");
    }

    /// As `Deployment shop/web`.
    String name() {
        ResourceId id = id();
        return id.kind() + " " + (id.namespace().isEmpty() ? "" : id.namespace() + "/") + id.name();
    }
}
