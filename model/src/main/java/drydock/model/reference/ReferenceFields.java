package drydock.model.reference;

import static java.util.Map.entry;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields of the API whose values are names of objects.
///
/// A field is called by the short name of the type that has it, as `PodSpec.nodeName`.
public final class ReferenceFields {

    private static final Map<String, ResourceKind> NAMES = Map.ofEntries(
            entry("ConfigMapKeySelector.name", Kinds.CONFIG_MAP),
            entry("ConfigMapEnvSource.name", Kinds.CONFIG_MAP),
            entry("ConfigMapVolumeSource.name", Kinds.CONFIG_MAP),
            entry("ConfigMapProjection.name", Kinds.CONFIG_MAP),
            entry("SecretKeySelector.name", Kinds.SECRET),
            entry("SecretEnvSource.name", Kinds.SECRET),
            entry("SecretVolumeSource.secretName", Kinds.SECRET),
            entry("SecretProjection.name", Kinds.SECRET),
            entry("SecretReference.name", Kinds.SECRET),
            entry("LocalObjectReference.name", Kinds.SECRET),
            entry("IngressTLS.secretName", Kinds.SECRET),
            entry("PodSpec.serviceAccountName", Kinds.SERVICE_ACCOUNT),
            entry("PodSpec.serviceAccount", Kinds.SERVICE_ACCOUNT),
            entry("PersistentVolumeClaimSpec.storageClassName", Kinds.STORAGE_CLASS),
            entry("PersistentVolumeSpec.storageClassName", Kinds.STORAGE_CLASS),
            entry("StatefulSetSpec.serviceName", Kinds.SERVICE),
            entry("IngressServiceBackend.name", Kinds.SERVICE),
            entry("PersistentVolumeClaimVolumeSource.claimName", Kinds.PERSISTENT_VOLUME_CLAIM),
            entry("PersistentVolumeClaimSpec.volumeName", Kinds.PERSISTENT_VOLUME),
            entry("PodSpec.priorityClassName", Kinds.PRIORITY_CLASS),
            entry("PodSpec.nodeName", Kinds.NODE),
            entry("IngressSpec.ingressClassName", Kinds.INGRESS_CLASS),
            entry("ObjectMeta.namespace", Kinds.NAMESPACE));

    private static final Set<String> NAMED_BY_KIND = Set.of(
            "CrossVersionObjectReference.name",
            "RoleRef.name",
            "Subject.name",
            "ObjectReference.name",
            "OwnerReference.name",
            "TypedLocalObjectReference.name",
            "TypedObjectReference.name");

    private static final Set<String> MAPS_OF_LABELS = Set.of(
            "ServiceSpec.selector",
            "ReplicationControllerSpec.selector",
            "LabelSelector.matchLabels",
            "ObjectMeta.labels");

    private ReferenceFields() {}

    /// The kind of the objects that a field names.
    ///
    /// @param kind the `kind` that stands beside the field; empty if none does
    /// @param group the group that stands beside the field, by itself or in an `apiVersion`; empty for the
    /// core group, or where none is told
    public static Optional<ResourceKind> kind(String field, String kind, String group) {
        if (!NAMED_BY_KIND.contains(field)) {
            return Optional.ofNullable(NAMES.get(field));
        }
        return Kinds.find(group, kind)
                .or(() ->
                        Kinds.all().stream().filter(k -> k.kind().equals(kind)).findFirst());
    }

    /// Whether the field is a map of labels that objects have or are chosen by.
    public static boolean isMapOfLabels(String field) {
        return MAPS_OF_LABELS.contains(field);
    }
}
