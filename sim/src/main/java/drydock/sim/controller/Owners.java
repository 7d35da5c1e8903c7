package drydock.sim.controller;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Optional;

/// The references by which objects belong to others (`apimachinery/pkg/apis/meta/v1/controller_ref.go`).
public final class Owners {

    private Owners() {}

    /// The owner that controls `object`.
    public static Optional<OwnerReference> controller(HasMetadata object) {
        for (OwnerReference owner : all(object)) {
            if (Boolean.TRUE.equals(owner.getController())) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    public static List<OwnerReference> all(HasMetadata object) {
        List<OwnerReference> owners = object.getMetadata().getOwnerReferences();
        return owners == null ? List.of() : owners;
    }

    /// A reference to `owner` as the one controller.
    public static OwnerReference controlledBy(HasMetadata owner) {
        OwnerReference reference = new OwnerReference();
        reference.setApiVersion(owner.getApiVersion());
        reference.setKind(owner.getKind());
        reference.setName(owner.getMetadata().getName());
        reference.setUid(owner.getMetadata().getUid());
        reference.setController(true);
        reference.setBlockOwnerDeletion(true);
        return reference;
    }

    /// The object that `reference`, held by one in `namespace`, names; empty if it leaves something out.
    public static Optional<ResourceId> id(OwnerReference reference, String namespace) {
        return ResourceId.of(reference, namespace);
    }

    public static boolean isDeleting(HasMetadata object) {
        return object.getMetadata().getDeletionTimestamp() != null;
    }

    /// The key by which an index finds what `uid` controls.
    public static String key(String uid) {
        return "uid/" + uid;
    }

    /// The key by which an index finds what nobody controls in `namespace`.
    public static String orphans(String namespace) {
        return "orphans/" + namespace;
    }

    public static String indexKey(HasMetadata object) {
        return controller(object)
                .map(o -> key(o.getUid()))
                .orElseGet(() -> orphans(object.getMetadata().getNamespace()));
    }
}
