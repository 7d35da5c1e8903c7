package drydock.sim.controller.volume;

import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.VolumeClaims;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Shape;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;

/// Lets a claim that is to be deleted go when no Pod uses it, and a volume when it is bound no more
/// (`pkg/controller/volume/pvcprotection`, `pvprotection`).
final class Protection {

    private static final String CLAIM = "kubernetes.io/pvc-protection";
    private static final String VOLUME = "kubernetes.io/pv-protection";

    private final ApiServer api;
    private final Informer<Pod> pods;

    Protection(ApiServer api, Informer<Pod> pods) {
        this.api = api;
        this.pods = pods;
    }

    void sync(PersistentVolumeClaim claim) {
        // only a Pod that has a node really uses what it names
        boolean used = pods.of(VolumeClaims.key(claim)).stream()
                .anyMatch(pod -> !Pods.node(pod).isEmpty());
        if (Owners.isDeleting(claim) && !used) {
            release(claim, CLAIM);
        }
    }

    void sync(PersistentVolume volume) {
        if (Owners.isDeleting(volume) && !Binding.phase(volume).equals("Bound")) {
            release(volume, VOLUME);
        }
    }

    private void release(HasMetadata object, String finalizer) {
        if (object.getMetadata().getFinalizers().contains(finalizer)) {
            ObjectMeta metadata = Shape.copy(object.getMetadata());
            metadata.getFinalizers().remove(finalizer);
            api.replace(Shape.withMetadata(object, metadata));
        }
    }
}
