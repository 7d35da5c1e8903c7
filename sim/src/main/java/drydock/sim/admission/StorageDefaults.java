package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.PersistentVolumeStatus;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;

/// What volumes, claims and storage classes do not say (`pkg/apis/core/v1/defaults.go`, `pkg/apis/storage/v1`), and the
/// finalizers that keep them while they are in use (`plugin/pkg/admission/storage/storageobjectinuseprotection`).
final class StorageDefaults {

    private static final String FILESYSTEM = "Filesystem";

    private StorageDefaults() {}

    /// What only a new object gets.
    static void onCreate(HasMetadata object) {
        switch (object) {
            case PersistentVolumeClaim claim -> {
                protect(claim, "kubernetes.io/pvc-protection");
                claim.setStatus(new PersistentVolumeClaimStatus());
                claim.getStatus().setPhase("Pending");
            }
            case PersistentVolume volume -> {
                protect(volume, "kubernetes.io/pv-protection");
                volume.setStatus(new PersistentVolumeStatus());
                volume.getStatus().setPhase("Pending");
            }
            case PriorityClass of -> {
                if (of.getPreemptionPolicy() == null) {
                    of.setPreemptionPolicy("PreemptLowerPriority");
                }
            }
            default -> {
                // no class, no storage
            }
        }
    }

    static void fill(HasMetadata object) {
        switch (object) {
            case PersistentVolumeClaim claim -> {
                if (claim.getSpec() != null && claim.getSpec().getVolumeMode() == null) {
                    claim.getSpec().setVolumeMode(FILESYSTEM);
                }
            }
            case PersistentVolume volume -> {
                if (volume.getSpec() != null && volume.getSpec().getVolumeMode() == null) {
                    volume.getSpec().setVolumeMode(FILESYSTEM);
                }
                if (volume.getSpec() != null && volume.getSpec().getPersistentVolumeReclaimPolicy() == null) {
                    volume.getSpec().setPersistentVolumeReclaimPolicy("Retain");
                }
            }
            case StorageClass of -> {
                if (of.getReclaimPolicy() == null) {
                    of.setReclaimPolicy("Delete");
                }
                if (of.getVolumeBindingMode() == null) {
                    of.setVolumeBindingMode("Immediate");
                }
            }
            case PriorityClass of -> {
                if (of.getPreemptionPolicy() == null) {
                    of.setPreemptionPolicy("PreemptLowerPriority");
                }
            }
            default -> {
                // no class, no storage
            }
        }
    }

    private static void protect(HasMetadata object, String finalizer) {
        List<String> finalizers = new ArrayList<>(object.getMetadata().getFinalizers());
        if (!finalizers.contains(finalizer)) {
            finalizers.add(finalizer);
        }
        object.getMetadata().setFinalizers(finalizers);
    }
}
