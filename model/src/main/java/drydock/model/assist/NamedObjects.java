package drydock.model.assist;

import drydock.model.reference.ReferenceFields;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import java.util.List;
import java.util.Optional;

/// What the fields of a rough text name.
final class NamedObjects {

    private NamedObjects() {}

    /// The kind of the objects that the field at `node` names.
    static Optional<ResourceKind> kind(RoughNode node, String qualified) {
        RoughNode beside = node.parent().orElse(node);
        String apiVersion = beside.text("apiVersion");
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? beside.text("apiGroup") : apiVersion.substring(0, slash);
        return ReferenceFields.kind(qualified, beside.text("kind"), group);
    }

    /// The object that the value at `node` names, whether it is there or not.
    static Optional<ResourceId> object(RoughNode node, String qualified) {
        return kind(node, qualified)
                .filter(_ -> !node.value.isEmpty())
                .map(kind -> ResourceId.of(kind, namespace(node), node.value));
    }

    /// The namespace in which the field at `node` names objects: the one beside it, or that of its object.
    static String namespace(RoughNode node) {
        String beside = node.parent().map(p -> p.text("namespace")).orElse("");
        return beside.isEmpty() ? TypedNodes.namespaceOf(node) : beside;
    }

    /// The ConfigMap or Secret of which the field at `node` names a key.
    static Optional<ResourceId> holderOfKey(RoughNode node, String qualified) {
        RoughNode beside = node.parent().orElse(node);
        return switch (qualified) {
            case "ConfigMapKeySelector.key" -> named(node, Kinds.CONFIG_MAP, beside.text("name"));
            case "SecretKeySelector.key" -> named(node, Kinds.SECRET, beside.text("name"));
            case "KeyToPath.key" -> {
                RoughNode volume = beside.parent().flatMap(RoughNode::parent).orElse(node);
                boolean configMap = volume.name().equals("configMap");
                String secret = volume.text("secretName");
                yield named(
                        node,
                        configMap ? Kinds.CONFIG_MAP : Kinds.SECRET,
                        secret.isEmpty() ? volume.text("name") : secret);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<ResourceId> named(RoughNode node, ResourceKind kind, String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(ResourceId.of(kind, TypedNodes.namespaceOf(node), name));
    }

    /// The volumes of the Pod that the mount at `node` is in.
    static List<RoughNode> volumes(RoughNode node) {
        Optional<RoughNode> at = Optional.of(node);
        while (at.isPresent() && at.get().child("containers").isEmpty()) {
            at = at.get().parent();
        }
        return at.flatMap(spec -> spec.child("volumes"))
                .map(RoughNode::children)
                .orElse(List.of());
    }
}
