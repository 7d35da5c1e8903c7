package drydock.model.validation.live;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.ServerWords;
import java.util.List;
import java.util.Map;

/// The fields of kinds that say no more than that these stay as they are.
final class FixedFields {

    /// A field that stays as it is.
    ///
    /// @param called what the API server calls it
    /// @param words what it says; empty where it is that the field is immutable
    record Fixed(String called, String words, List<String> path) {

        String[] keys() {
            return path.toArray(String[]::new);
        }
    }

    private static final Map<String, List<Fixed>> KINDS = Map.ofEntries(
            // pkg/apis/apps/validation/validation.go ValidateControllerRevisionUpdate
            Map.entry("ControllerRevision", List.of(immutable("data"))),
            // pkg/apis/networking/validation/validation.go ValidateIngressClassUpdate, ValidateIPAddressUpdate
            Map.entry("IngressClass", List.of(immutable("spec", "controller"))),
            Map.entry("IPAddress", List.of(immutable("spec", "parentRef"))),
            // pkg/apis/discovery/validation/validation.go ValidateEndpointSliceUpdate
            Map.entry("EndpointSlice", List.of(immutable("addressType"))),
            // pkg/apis/node/validation/validation.go ValidateRuntimeClassUpdate
            Map.entry("RuntimeClass", List.of(immutable("handler"))),
            // pkg/apis/scheduling/validation/validation.go ValidatePriorityClassUpdate
            Map.entry(
                    "PriorityClass",
                    List.of(forbidden("may not be changed in an update.", "value"), immutable("preemptionPolicy"))),
            // pkg/apis/storage/validation/validation.go, each in ValidateStorageClassUpdate and the like
            Map.entry(
                    "StorageClass",
                    List.of(
                            forbidden("updates to parameters are forbidden.", "parameters"),
                            forbidden("updates to provisioner are forbidden.", "provisioner"),
                            forbidden("updates to reclaimPolicy are forbidden.", "reclaimPolicy"),
                            immutable("volumeBindingMode"))),
            Map.entry(
                    "VolumeAttributesClass",
                    List.of(
                            forbidden("updates to driverName are forbidden.", "driverName"),
                            forbidden("updates to parameters are forbidden.", "parameters"))),
            Map.entry("VolumeAttachment", List.of(immutable("spec"))),
            Map.entry(
                    "CSIDriver",
                    List.of(
                            new Fixed("spec.attachedRequired", "", List.of("spec", "attachRequired")),
                            immutable("spec", "volumeLifecycleModes"))),
            Map.entry("CSIStorageCapacity", List.of(immutable("nodeTopology"), immutable("storageClassName"))),
            // pkg/apis/resource/validation/validation.go ValidateResourceClaimUpdate and the like
            Map.entry("ResourceClaim", List.of(immutable("spec"))),
            Map.entry("ResourceClaimTemplate", List.of(immutable("spec"))),
            Map.entry(
                    "ResourceSlice",
                    List.of(
                            immutable("spec", "pool", "name"),
                            immutable("spec", "driver"),
                            immutable("spec", "nodeName"))));

    private FixedFields() {}

    private static Fixed immutable(String... path) {
        return new Fixed(FieldPath.of((Object[]) path).toString(), "", List.of(path));
    }

    private static Fixed forbidden(String words, String... path) {
        return new Fixed(FieldPath.of((Object[]) path).toString(), words, List.of(path));
    }

    static List<Fixed> of(String kind) {
        return KINDS.getOrDefault(kind, List.of());
    }

    /// That `fixed` was to become `value`.
    static Refused refused(Fixed fixed, Object value) {
        String words = fixed.words().isEmpty()
                ? ServerWords.invalidRaw(Values.json(value), ImmutableFields.IMMUTABLE)
                : ServerWords.forbidden(fixed.words());
        return new Refused(FieldPath.of((Object[]) fixed.keys()), fixed.called(), words);
    }
}
