package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A PersistentVolumeClaim, with the Pods that use it (`describe.go describePVC`).
final class ClaimDescription {

    private static final Map<String, String> MODES =
            Map.of("ReadWriteOnce", "RWO", "ReadOnlyMany", "ROX", "ReadWriteMany", "RWX", "ReadWriteOncePod", "RWOP");

    private ClaimDescription() {}

    static void of(Lines lines, Cluster cluster, PersistentVolumeClaim claim) {
        PersistentVolumeClaimStatus status =
                Objects.requireNonNullElseGet(claim.getStatus(), PersistentVolumeClaimStatus::new);
        boolean bound = claim.getSpec().getVolumeName() != null;
        Metadata.name(lines, claim);
        lines.field(0, "StorageClass", claim.getSpec().getStorageClassName());
        lines.field(
                0, "Status", claim.getMetadata().getDeletionTimestamp() == null ? status.getPhase() : "Terminating");
        lines.field(0, "Volume", claim.getSpec().getVolumeName());
        Metadata.labelsAndAnnotations(lines, claim.getMetadata());
        lines.field(0, "Finalizers", "[" + String.join(" ", claim.getMetadata().getFinalizers()) + "]");
        lines.field(0, "Capacity", bound ? storage(status.getCapacity()) : "");
        lines.field(0, "Access Modes", bound ? modes(status.getAccessModes()) : "");
        lines.fieldIfAny(0, "VolumeMode", claim.getSpec().getVolumeMode());
        lines.column(0, "Used By", users(cluster, claim));
        EventLines.of(lines, cluster, claim);
    }

    private static List<String> users(Cluster cluster, PersistentVolumeClaim claim) {
        Query pods = Query.in(Kinds.POD, claim.getMetadata().getNamespace());
        return cluster.list(pods).stream()
                .map(Pod.class::cast)
                .filter(pod -> pod.getSpec().getVolumes().stream()
                        .anyMatch(v -> v.getPersistentVolumeClaim() != null
                                && claim.getMetadata()
                                        .getName()
                                        .equals(v.getPersistentVolumeClaim().getClaimName())))
                .map(pod -> pod.getMetadata().getName())
                .toList();
    }

    static String storage(@Nullable Map<String, Quantity> amounts) {
        Quantity storage = amounts == null ? null : amounts.get("storage");
        return storage == null ? "" : storage.toString();
    }

    static String modes(@Nullable List<String> modes) {
        return modes == null
                ? ""
                : modes.stream().map(mode -> MODES.getOrDefault(mode, mode)).collect(Collectors.joining(","));
    }
}
