package drydock.app.act;

import drydock.app.session.Right;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.kubectl.rollout.Revisions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;

/// What can be done to one object of a cluster.
enum Deed {
    SCALE("scale", "fth-layers", "Shortcut+Shift+A"),
    RESTART("restart", "fth-refresh-cw", "Shortcut+Shift+R"),
    ROLL_BACK("rollBack", "fth-rotate-ccw", "Shortcut+Shift+B"),
    EDIT("editObject", "fth-edit-3", "Shortcut+Shift+T"),
    CORDON("cordon", "fth-slash", ""),
    UNCORDON("uncordon", "fth-check-circle", ""),
    DRAIN("drain", "fth-log-out", ""),
    DELETE("deleteObject", "fth-trash-2", "Shortcut+Delete");

    private final String id;
    private final String icon;
    private final String keys;

    Deed(String id, String icon, String keys) {
        this.id = id;
        this.icon = icon;
        this.keys = keys;
    }

    String id() {
        return id;
    }

    String icon() {
        return icon;
    }

    /// The keys that do it, empty for none.
    String keys() {
        return keys;
    }

    /// Whether it can be done to an object of this kind at all.
    boolean fits(HasMetadata object) {
        return switch (this) {
            case SCALE ->
                object instanceof Deployment
                        || object instanceof StatefulSet
                        || object instanceof ReplicaSet
                        || object instanceof ReplicationController;
            case RESTART, ROLL_BACK -> Revisions.areKeptOf(object);
            case EDIT, DELETE -> true;
            case CORDON -> object instanceof Node node && !isClosed(node);
            case UNCORDON -> object instanceof Node node && isClosed(node);
            case DRAIN -> object instanceof Node;
        };
    }

    private static boolean isClosed(Node node) {
        return node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable());
    }

    /// All that a user must be allowed for it.
    List<Right> rights(ResourceKind kind, String namespace) {
        return switch (this) {
            case SCALE -> List.of(new Right("update", kind, "scale", namespace));
            case RESTART, ROLL_BACK, CORDON, UNCORDON -> List.of(new Right("patch", kind, "", namespace));
            case EDIT -> List.of(new Right("update", kind, "", namespace));
            case DRAIN -> List.of(new Right("patch", kind, "", ""), new Right("create", Kinds.POD, "eviction", ""));
            case DELETE -> List.of(new Right("delete", kind, "", namespace));
        };
    }
}
