package drydock.sim.controller;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;

/// The PersistentVolumeClaims that Pods name.
public final class VolumeClaims {

    private VolumeClaims() {}

    /// The names of the claims in its namespace that `pod` names.
    public static List<String> of(Pod pod) {
        return pod.getSpec().getVolumes().stream()
                .map(volume -> name(pod, volume))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// The name of the claim behind a volume of `pod`, empty if it has none.
    public static String name(Pod pod, Volume volume) {
        if (volume.getPersistentVolumeClaim() != null) {
            return volume.getPersistentVolumeClaim().getClaimName();
        }
        return volume.getEphemeral() == null ? "" : pod.getMetadata().getName() + "-" + volume.getName();
    }

    /// The key by which the Pods are found that name the claim called `name`.
    static String key(String namespace, String name) {
        return "claim/" + namespace + "/" + name;
    }

    /// The key by which the Pods are found that name `claim`.
    public static String key(PersistentVolumeClaim claim) {
        return key(claim.getMetadata().getNamespace(), claim.getMetadata().getName());
    }
}
