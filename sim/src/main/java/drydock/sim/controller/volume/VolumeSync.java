package drydock.sim.controller.volume;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Objects;
import java.util.Optional;

/// One look at a volume (`volume/persistentvolume/pv_controller.go syncVolume`).
final class VolumeSync {

    private final ApiServer api;

    VolumeSync(ApiServer api) {
        this.api = api;
    }

    /// @throws drydock.model.cluster.ClusterException if the volume has changed meanwhile
    void sync(PersistentVolume volume) {
        ObjectReference ref = volume.getSpec().getClaimRef();
        if (ref == null || ref.getUid() == null || ref.getUid().isEmpty()) {
            phase(api, volume, "Available");
            return;
        }
        Optional<PersistentVolumeClaim> claim = api.get(
                        ResourceId.of(Kinds.PERSISTENT_VOLUME_CLAIM, ref.getNamespace(), ref.getName()))
                .map(PersistentVolumeClaim.class::cast)
                .filter(c -> c.getMetadata().getUid().equals(ref.getUid()));
        if (claim.isEmpty()) {
            reclaim(volume);
        } else if (volume.getMetadata().getName().equals(claim.get().getSpec().getVolumeName())) {
            phase(api, volume, "Bound");
        }
    }

    private void reclaim(PersistentVolume volume) {
        if (Binding.phase(volume).equals("Failed")) {
            return;
        }
        PersistentVolume released = phase(api, volume, "Released");
        switch (Objects.requireNonNullElse(volume.getSpec().getPersistentVolumeReclaimPolicy(), "Retain")) {
            case "Recycle" -> recycle(released);
            case "Delete" -> {
                // whoever made it deletes it; nobody deletes what was made by hand
                if (Binding.annotation(volume, Binding.PROVISIONED_BY).isEmpty()) {
                    String text = "error getting deleter volume plugin for volume \""
                            + volume.getMetadata().getName() + "\": no deletable volume plugin matched";
                    phase(api, released, "Failed");
                    api.record(volume, "Warning", "VolumeFailedDelete", text, "");
                }
            }
            default -> {
                // Retain: somebody looks at the data first
            }
        }
    }

    private void recycle(PersistentVolume volume) {
        PersistentVolume free = (PersistentVolume) api.replace(new PersistentVolumeBuilder(volume)
                .editSpec()
                .withClaimRef(null)
                .endSpec()
                .build());
        api.record(volume, "Normal", "VolumeRecycled", "Volume recycled", "");
        phase(api, free, "Available");
    }

    /// Writes the phase if it is another; returns the volume as it is then.
    static PersistentVolume phase(ApiServer api, PersistentVolume volume, String phase) {
        if (Binding.phase(volume).equals(phase)) {
            return volume;
        }
        return (PersistentVolume) api.replaceStatus(new PersistentVolumeBuilder(volume)
                .editOrNewStatus()
                .withPhase(phase)
                .withLastPhaseTransitionTime(Times.seconds(api.now()))
                .endStatus()
                .build());
    }
}
