package drydock.sim.controller.volume;

import drydock.model.resource.LabelSelector;
import drydock.sim.controller.Owners;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which volume fits a claim (`component-helpers/storage/volume/pv_helpers.go FindMatchingVolume`), and what the two
/// say of each other.
final class Binding {

    static final String COMPLETED = "pv.kubernetes.io/bind-completed";
    static final String BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";
    static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";
    static final String PROVISIONER = "volume.kubernetes.io/storage-provisioner";
    static final String PROVISIONED_BY = "pv.kubernetes.io/provisioned-by";

    private Binding() {}

    /// The smallest volume that fits; one that was kept for the claim before all others.
    ///
    /// @param onlyKept whether a volume that nobody has kept for the claim is not taken
    static Optional<PersistentVolume> match(
            PersistentVolumeClaim claim, Collection<PersistentVolume> volumes, boolean onlyKept) {
        Optional<PersistentVolume> kept = volumes.stream()
                .filter(v -> isFor(v, claim) && !Owners.isDeleting(v))
                .findFirst();
        return kept.isPresent() || onlyKept
                ? kept
                : volumes.stream()
                        .filter(v -> v.getSpec().getClaimRef() == null && !Owners.isDeleting(v))
                        .filter(v -> fits(v, claim))
                        .min(Comparator.comparing(Binding::capacity)
                                .thenComparing(v -> v.getMetadata().getName()));
    }

    static boolean fits(PersistentVolume volume, PersistentVolumeClaim claim) {
        LabelSelector selector = claim.getSpec().getSelector() == null
                ? LabelSelector.EVERYTHING
                : LabelSelector.of(claim.getSpec().getSelector());
        return StorageClasses.name(volume).equals(StorageClasses.name(claim))
                && mode(volume.getSpec().getVolumeMode())
                        .equals(mode(claim.getSpec().getVolumeMode()))
                && volume.getSpec().getAccessModes().containsAll(claim.getSpec().getAccessModes())
                && capacity(volume).compareTo(requested(claim)) >= 0
                && selector.matches(volume);
    }

    private static String mode(@org.jspecify.annotations.Nullable String mode) {
        return Objects.requireNonNullElse(mode, "Filesystem");
    }

    private static BigDecimal capacity(PersistentVolume volume) {
        return storage(volume.getSpec().getCapacity());
    }

    private static BigDecimal requested(PersistentVolumeClaim claim) {
        return claim.getSpec().getResources() == null
                ? BigDecimal.ZERO
                : storage(claim.getSpec().getResources().getRequests());
    }

    private static BigDecimal storage(@org.jspecify.annotations.Nullable Map<String, Quantity> amounts) {
        Quantity storage = amounts == null ? null : amounts.get("storage");
        return storage == null ? BigDecimal.ZERO : Quantity.getAmountInBytes(storage);
    }

    /// Whether the volume names this claim as its own; a reference without a uid is one that its author wrote.
    static boolean isFor(PersistentVolume volume, PersistentVolumeClaim claim) {
        ObjectReference ref = volume.getSpec().getClaimRef();
        return ref != null
                && claim.getMetadata().getName().equals(ref.getName())
                && claim.getMetadata().getNamespace().equals(ref.getNamespace())
                && (ref.getUid() == null
                        || ref.getUid().isEmpty()
                        || ref.getUid().equals(claim.getMetadata().getUid()));
    }

    static Optional<String> annotation(HasMetadata object, String key) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? Optional.empty() : Optional.ofNullable(annotations.get(key));
    }

    static String phase(PersistentVolume volume) {
        return volume.getStatus() == null
                ? ""
                : Objects.requireNonNullElse(volume.getStatus().getPhase(), "");
    }
}
