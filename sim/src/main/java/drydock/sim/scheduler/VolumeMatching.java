package drydock.sim.scheduler;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which volume a claim may get (`k8s.io/component-helpers/storage/volume/pv_helpers.go FindMatchingVolume`).
final class VolumeMatching {

    private VolumeMatching() {}

    /// Whether `volume` can be had on `node`.
    static boolean reaches(PersistentVolume volume, NodeInfo node) {
        return volume.getSpec().getNodeAffinity() == null
                || volume.getSpec().getNodeAffinity().getRequired() == null
                || NodeAffinity.matches(volume.getSpec().getNodeAffinity().getRequired(), node.node());
    }

    /// The smallest of `volumes` that is free, fits `claim` and can be had on `node`; one that is meant for it goes
    /// first.
    static Optional<PersistentVolume> best(
            PersistentVolumeClaim claim,
            Collection<PersistentVolume> volumes,
            NodeInfo node,
            Collection<String> taken) {
        return volumes.stream()
                .filter(v -> !taken.contains(v.getMetadata().getName()))
                .filter(v -> isFree(v, claim))
                .filter(v -> fits(v, claim))
                .filter(v -> reaches(v, node))
                .min(Comparator.<PersistentVolume>comparingInt(v -> v.getSpec().getClaimRef() == null ? 1 : 0)
                        .thenComparing(VolumeMatching::capacity, Quantities::compare));
    }

    private static boolean isFree(PersistentVolume volume, PersistentVolumeClaim claim) {
        ObjectReference meant = volume.getSpec().getClaimRef();
        if (volume.getMetadata().getDeletionTimestamp() != null) {
            return false;
        }
        return meant == null
                ? volume.getStatus() == null
                        || volume.getStatus().getPhase() == null
                        || "Available".equals(volume.getStatus().getPhase())
                : meant.getName().equals(claim.getMetadata().getName())
                        && meant.getNamespace().equals(claim.getMetadata().getNamespace())
                        && (meant.getUid() == null
                                || meant.getUid().isEmpty()
                                || meant.getUid().equals(claim.getMetadata().getUid()));
    }

    private static boolean fits(PersistentVolume volume, PersistentVolumeClaim claim) {
        Quantity asked = claim.getSpec().getResources() == null
                ? null
                : Objects.requireNonNullElse(claim.getSpec().getResources().getRequests(), Map.<String, Quantity>of())
                        .get("storage");
        return Quantities.compare(capacity(volume), asked) >= 0
                && text(volume.getSpec().getStorageClassName())
                        .equals(text(claim.getSpec().getStorageClassName()))
                && volume.getSpec().getAccessModes().containsAll(claim.getSpec().getAccessModes())
                && Objects.requireNonNullElse(volume.getSpec().getVolumeMode(), "Filesystem")
                        .equals(Objects.requireNonNullElse(claim.getSpec().getVolumeMode(), "Filesystem"))
                && (claim.getSpec().getSelector() == null
                        || LabelSelector.of(claim.getSpec().getSelector()).matches(volume));
    }

    private static @Nullable Quantity capacity(PersistentVolume volume) {
        return volume.getSpec().getCapacity() == null
                ? null
                : volume.getSpec().getCapacity().get("storage");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
