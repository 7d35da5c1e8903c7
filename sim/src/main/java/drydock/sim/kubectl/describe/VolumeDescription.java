package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import java.util.Objects;

/// A PersistentVolume (`describe.go describePV`).
final class VolumeDescription {

    private VolumeDescription() {}

    static void of(Lines lines, Cluster cluster, PersistentVolume volume) {
        PersistentVolumeSpec spec = volume.getSpec();
        lines.field(0, "Name", volume.getMetadata().getName());
        Metadata.labelsAndAnnotations(lines, volume.getMetadata());
        lines.field(0, "Finalizers", "[" + String.join(" ", volume.getMetadata().getFinalizers()) + "]");
        lines.field(0, "StorageClass", spec.getStorageClassName());
        String phase = volume.getStatus() == null ? "" : volume.getStatus().getPhase();
        lines.field(0, "Status", volume.getMetadata().getDeletionTimestamp() == null ? phase : "Terminating");
        lines.field(0, "Claim", claim(spec.getClaimRef()));
        lines.field(0, "Reclaim Policy", spec.getPersistentVolumeReclaimPolicy());
        lines.field(0, "Access Modes", ClaimDescription.modes(spec.getAccessModes()));
        lines.fieldIfAny(0, "VolumeMode", spec.getVolumeMode());
        lines.field(0, "Capacity", ClaimDescription.storage(spec.getCapacity()));
        if (spec.getNodeAffinity() == null) {
            lines.field(0, "Node Affinity", Lines.NONE);
        }
        lines.field(
                0,
                "Message",
                volume.getStatus() == null
                        ? ""
                        : Objects.requireNonNullElse(volume.getStatus().getMessage(), ""));
        source(lines, spec);
        EventLines.of(lines, cluster, volume);
    }

    private static String claim(@org.jspecify.annotations.Nullable ObjectReference ref) {
        return ref == null ? "" : ref.getNamespace() + "/" + ref.getName();
    }

    private static void source(Lines lines, PersistentVolumeSpec spec) {
        lines.line(0, "Source:");
        if (spec.getHostPath() != null) {
            lines.field(1, "Type", "HostPath (bare host directory volume)");
            lines.field(1, "Path", spec.getHostPath().getPath());
            lines.field(1, "HostPathType", spec.getHostPath().getType());
        } else if (spec.getNfs() != null) {
            lines.field(1, "Type", "NFS (an NFS mount that lasts the lifetime of a pod)");
            lines.field(1, "Server", spec.getNfs().getServer());
            lines.field(1, "Path", spec.getNfs().getPath());
            lines.field(1, "ReadOnly", Boolean.TRUE.equals(spec.getNfs().getReadOnly()));
        } else if (spec.getLocal() != null) {
            lines.field(1, "Type", "LocalVolume (a persistent volume backed by local storage on a node)");
            lines.field(1, "Path", spec.getLocal().getPath());
        } else if (spec.getCsi() != null) {
            lines.field(1, "Type", "CSI (a Container Storage Interface (CSI) volume source)");
            lines.field(1, "Driver", spec.getCsi().getDriver());
            lines.field(1, "FSType", Objects.requireNonNullElse(spec.getCsi().getFsType(), ""));
            lines.field(1, "VolumeHandle", spec.getCsi().getVolumeHandle());
            lines.field(1, "ReadOnly", Boolean.TRUE.equals(spec.getCsi().getReadOnly()));
        }
    }
}
