package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Optional;

/// The claims of a Pod, and the volumes they are bound to.
final class ClaimedVolumes {

    private ClaimedVolumes() {}

    /// A claim that a Pod names.
    ///
    /// @param ephemeral whether it is made for the Pod alone
    /// @param claim the claim, empty while it is not there
    /// @param volume the volume it is bound to, empty if it is not, or if that is gone
    record Claimed(
            String name, boolean ephemeral, Optional<PersistentVolumeClaim> claim, Optional<PersistentVolume> volume) {

        /// The name of the volume that the claim is bound to, empty if it is not bound.
        String volumeName() {
            return claim.map(c -> c.getSpec().getVolumeName()).orElse("");
        }
    }

    static List<Claimed> of(Attempt attempt) {
        return of(attempt, attempt.pod());
    }

    /// The same of another Pod.
    static List<Claimed> of(Attempt attempt, PodInfo pod) {
        PodSpec spec = pod.pod().getSpec();
        return spec.getVolumes().stream()
                .filter(v -> v.getPersistentVolumeClaim() != null || v.getEphemeral() != null)
                .map(v -> claimed(attempt, pod, v))
                .toList();
    }

    /// The name of the claim that `volume` of `pod` is had by; empty if it is had by none.
    static String name(Pod pod, Volume volume) {
        if (volume.getPersistentVolumeClaim() != null) {
            return volume.getPersistentVolumeClaim().getClaimName();
        }
        return volume.getEphemeral() == null ? "" : pod.getMetadata().getName() + "-" + volume.getName();
    }

    private static Claimed claimed(Attempt attempt, PodInfo pod, Volume volume) {
        boolean ephemeral = volume.getPersistentVolumeClaim() == null;
        String name = name(pod.pod(), volume);
        Optional<PersistentVolumeClaim> claim = attempt.objects().claim(pod.namespace(), name);
        Optional<PersistentVolume> bound = claim.map(c -> c.getSpec().getVolumeName())
                .filter(v -> !v.isEmpty())
                .flatMap(attempt.objects()::volume);
        return new Claimed(name, ephemeral, claim, bound);
    }
}
