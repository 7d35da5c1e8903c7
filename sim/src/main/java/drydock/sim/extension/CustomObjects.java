package drydock.sim.extension;

import drydock.model.resource.ResourceId;
import drydock.model.validation.Refusal;
import drydock.sim.store.ObjectTree;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the API server makes of an object of a custom kind before it stores it.
public final class CustomObjects {

    private final CustomKinds kinds;

    public CustomObjects(CustomKinds kinds) {
        this.kinds = kinds;
    }

    /// Whether `object` is of a kind that is none of Kubernetes' own.
    public static boolean isCustom(HasMetadata object) {
        return object instanceof GenericKubernetesResource
                && object.getApiVersion().contains(".")
                && !object.getApiVersion().contains(".k8s.io/");
    }

    /// A new object, pruned and filled in.
    ///
    /// @throws drydock.model.cluster.ClusterException 404 if its kind is not served, 422 if it does not fit
    public HasMetadata created(ResourceId id, HasMetadata object) {
        CustomKind kind = kind(object);
        Map<String, Object> tree = ObjectTree.of(object);
        if (kind.status()) {
            tree.remove("status");
        }
        return checked(id, object, tree, null, kind);
    }

    /// An object as it is to take the place of another.
    ///
    /// @throws drydock.model.cluster.ClusterException as [#created]
    public HasMetadata updated(ResourceId id, HasMetadata before, HasMetadata object) {
        CustomKind kind = kind(object);
        Map<String, Object> old = kind.objects().complete(ObjectTree.of(before));
        return checked(id, object, ObjectTree.of(object), old, kind);
    }

    /// Whether the status of `object` is written apart from the rest.
    public boolean hasStatus(HasMetadata object) {
        return kinds.of(object).map(CustomKind::status).orElse(true);
    }

    private CustomKind kind(HasMetadata object) {
        return kinds.of(object).orElseThrow(Refusals::notServed);
    }

    private static HasMetadata checked(
            ResourceId id,
            HasMetadata object,
            Map<String, Object> tree,
            @Nullable Map<String, Object> old,
            CustomKind kind) {
        Map<String, Object> complete = kind.objects().complete(tree);
        List<Refusal> refusals = kind.objects().refusals(complete, old);
        if (!refusals.isEmpty()) {
            throw Refusals.invalid(id, refusals);
        }
        return ObjectTree.object(complete, object);
    }
}
