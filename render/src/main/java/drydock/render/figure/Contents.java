package drydock.render.figure;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The objects of a picture that have a figure, by what becomes of them: nodes, Pods that something made,
/// and the rest.
///
/// A desired and an observed object of one name are one figure. What is observed and would only repeat what
/// other figures say (endpoints, events, leases), or is there in every cluster, has none unless the project
/// has it.
final class Contents {

    private static final Set<String> UNSEEN = Set.of(
            Kinds.ENDPOINTS.kind(),
            Kinds.ENDPOINT_SLICE.kind(),
            Kinds.EVENT.kind(),
            Kinds.LEASE.kind(),
            Kinds.CONTROLLER_REVISION.kind(),
            Kinds.NAMESPACE.kind());
    private static final Set<String> EVERYWHERE =
            Set.of("Service/kubernetes", "ServiceAccount/default", "ConfigMap/kube-root-ca.crt");

    private final Map<ResourceId, HasMetadata> cards = new LinkedHashMap<>();
    private final Map<ResourceId, Pod> grown = new LinkedHashMap<>();
    private final Map<ResourceId, ResourceId> owners = new LinkedHashMap<>();
    private final Map<ResourceId, Node> nodes = new LinkedHashMap<>();
    private final Picture picture;

    Contents(Picture picture) {
        this.picture = picture;
        picture.desired().forEach((id, object) -> {
            if (!picture.diagram().hides(id)) {
                take(id, picture.observed().getOrDefault(id, object));
            }
        });
        List<ResourceId> late = new ArrayList<>();
        picture.observed().forEach((id, object) -> {
            if (!picture.desired().containsKey(id)
                    && isSeen(id, object)
                    && !picture.diagram().hides(id)) {
                if (object instanceof Pod) {
                    late.add(id);
                } else {
                    take(id, object);
                }
            }
        });
        late.forEach(id -> takePod(id, picture.observed().get(id)));
        cards.forEach((id, object) -> owner(id, object).ifPresent(o -> owners.put(id, o)));
        if (picture.view() == View.NODES) {
            Stream.concat(grown.values().stream(), cards.values().stream()).forEach(this::takeNodeOf);
        }
    }

    /// A node that may not be read, or is gone while its Pods are still there, is known by its name only.
    private void takeNodeOf(HasMetadata object) {
        String name = object instanceof Pod pod && pod.getSpec() != null
                ? pod.getSpec().getNodeName()
                : null;
        if (name != null && !name.isEmpty()) {
            ResourceId node = ResourceId.of(Kinds.NODE, "", name);
            if (!nodes.containsKey(node) && !picture.diagram().hides(node)) {
                nodes.put(
                        node,
                        new NodeBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .build());
            }
        }
    }

    /// Whether it stands on a node or waits for one, and has no place of its own.
    boolean isOnNodes(ResourceId id) {
        return picture.view() == View.NODES && cards.get(id) instanceof Pod && isObserved(id);
    }

    /// Leaves out what `folding` hides, and adds the namespaces that hold something.
    void fold(Folding folding) {
        cards.keySet().removeIf(folding::hides);
        grown.keySet().removeIf(folding::hides);
        folding.held().keySet().forEach(holder -> cards.computeIfAbsent(holder, Contents::namespace));
    }

    /// A namespace that no object of the picture declares, but that others are in.
    private static HasMetadata namespace(ResourceId id) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(id.name())
                .endMetadata()
                .build();
    }

    /// Everything with a place of its own: all but nodes and grown Pods. In the order of the project, then
    /// of the cluster.
    Map<ResourceId, HasMetadata> cards() {
        return cards;
    }

    /// The Pods that an object with a figure made.
    Map<ResourceId, Pod> grown() {
        return grown;
    }

    /// Who made what: of the objects that have a figure, the one that has a figure too and controls it.
    Map<ResourceId, ResourceId> owners() {
        return owners;
    }

    Map<ResourceId, Node> nodes() {
        return nodes;
    }

    boolean isObserved(ResourceId id) {
        return picture.observed().containsKey(id);
    }

    private void take(ResourceId id, HasMetadata object) {
        if (object instanceof Node node
                && (picture.view() == View.NODES || !picture.desired().containsKey(id))) {
            nodes.put(id, node);
        } else {
            cards.put(id, object);
        }
    }

    private void takePod(ResourceId id, HasMetadata object) {
        Optional<ResourceId> owner = owner(id, object);
        if (owner.isPresent() && object instanceof Pod pod) {
            grown.put(id, pod);
            owners.put(id, owner.get());
        } else {
            cards.put(id, object);
        }
    }

    private Optional<ResourceId> owner(ResourceId id, HasMetadata object) {
        for (OwnerReference reference : object.getMetadata().getOwnerReferences()) {
            if (Boolean.TRUE.equals(reference.getController())) {
                return ResourceId.of(reference, id.namespace()).filter(cards::containsKey);
            }
        }
        return Optional.empty();
    }

    private static boolean isSeen(ResourceId id, HasMetadata object) {
        return !UNSEEN.contains(id.kind())
                && !EVERYWHERE.contains(id.kind() + "/" + id.name())
                && !isTokenOfAnAccount(object);
    }

    /// Clusters before 1.24 make a Secret with a token for every ServiceAccount.
    private static boolean isTokenOfAnAccount(HasMetadata object) {
        return object instanceof Secret
                && object.getMetadata().getAnnotations() != null
                && object.getMetadata().getAnnotations().containsKey("kubernetes.io/service-account.name");
    }
}
