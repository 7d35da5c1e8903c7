package drydock.model.assist;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which fields name what, by the short name of the type they are in.
final class References {

    private static final Map<String, ResourceKind> NAMES = names();
    private static final Set<String> NAMES_BY_KIND = Set.of(
            "CrossVersionObjectReference.name",
            "RoleRef.name",
            "Subject.name",
            "ObjectReference.name",
            "OwnerReference.name");
    private static final Set<String> MAPS_OF_LABELS = Set.of(
            "ServiceSpec.selector",
            "ReplicationControllerSpec.selector",
            "LabelSelector.matchLabels",
            "ObjectMeta.labels");

    private References() {}

    private static Map<String, ResourceKind> names() {
        Map<String, ResourceKind> names = new HashMap<>();
        List.of("ConfigMapKeySelector.name", "ConfigMapEnvSource.name", "ConfigMapVolumeSource.name")
                .forEach(f -> names.put(f, Kinds.CONFIG_MAP));
        names.put("ConfigMapProjection.name", Kinds.CONFIG_MAP);
        List.of(
                        "SecretKeySelector.name",
                        "SecretEnvSource.name",
                        "SecretVolumeSource.secretName",
                        "SecretProjection.name",
                        "LocalObjectReference.name",
                        "IngressTLS.secretName")
                .forEach(f -> names.put(f, Kinds.SECRET));
        List.of("PodSpec.serviceAccountName", "PodSpec.serviceAccount")
                .forEach(f -> names.put(f, Kinds.SERVICE_ACCOUNT));
        List.of("PersistentVolumeClaimSpec.storageClassName", "PersistentVolumeSpec.storageClassName")
                .forEach(f -> names.put(f, Kinds.STORAGE_CLASS));
        List.of("StatefulSetSpec.serviceName", "IngressServiceBackend.name").forEach(f -> names.put(f, Kinds.SERVICE));
        names.put("PersistentVolumeClaimVolumeSource.claimName", Kinds.PERSISTENT_VOLUME_CLAIM);
        names.put("PersistentVolumeClaimSpec.volumeName", Kinds.PERSISTENT_VOLUME);
        names.put("PodSpec.priorityClassName", Kinds.PRIORITY_CLASS);
        names.put("PodSpec.nodeName", Kinds.NODE);
        names.put("IngressSpec.ingressClassName", Kinds.INGRESS_CLASS);
        names.put("ObjectMeta.namespace", Kinds.NAMESPACE);
        return Map.copyOf(names);
    }

    /// Whether the field is a map of labels that objects have or are chosen by.
    static boolean isMapOfLabels(String qualified) {
        return MAPS_OF_LABELS.contains(qualified);
    }

    /// The kind of the objects that the field at `node` names.
    static Optional<ResourceKind> kind(RoughNode node, String qualified) {
        if (!NAMES_BY_KIND.contains(qualified)) {
            return Optional.ofNullable(NAMES.get(qualified));
        }
        RoughNode beside = node.parent().orElse(node);
        String kind = beside.text("kind");
        String apiVersion = beside.text("apiVersion");
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        return Kinds.find(group, kind)
                .or(() ->
                        Kinds.all().stream().filter(k -> k.kind().equals(kind)).findFirst());
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
