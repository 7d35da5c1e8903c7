package drydock.sim.kubectl;

import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tables of volumes, claims and storage classes (`pkg/printers/internalversion/printers.go`).
final class StorageTables {

    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";
    private static final Map<String, String> MODES =
            Map.of("ReadWriteOnce", "RWO", "ReadOnlyMany", "ROX", "ReadWriteMany", "RWX", "ReadWriteOncePod", "RWOP");

    private StorageTables() {}

    /// The headings, with those of `-o wide` behind a bar; empty for other kinds.
    static Optional<String> headings(HasMetadata object) {
        return switch (object) {
            case PersistentVolume _ ->
                Optional.of("NAME CAPACITY ACCESS_MODES RECLAIM_POLICY STATUS CLAIM STORAGECLASS"
                        + " VOLUMEATTRIBUTESCLASS REASON AGE|VOLUMEMODE");
            case PersistentVolumeClaim _ ->
                Optional.of(
                        "NAME STATUS VOLUME CAPACITY ACCESS_MODES STORAGECLASS VOLUMEATTRIBUTESCLASS AGE|VOLUMEMODE");
            case StorageClass _ ->
                Optional.of("NAME PROVISIONER RECLAIMPOLICY VOLUMEBINDINGMODE ALLOWVOLUMEEXPANSION AGE|");
            default -> Optional.empty();
        };
    }

    /// The name as the table shows it.
    static String name(HasMetadata object, String name) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        boolean marked =
                object instanceof StorageClass && annotations != null && "true".equals(annotations.get(DEFAULT));
        return marked ? name + " (default)" : name;
    }

    /// The cells under [#headings] but the name.
    static List<String> cells(HasMetadata object, Instant now, boolean wide) {
        List<String> cells = new ArrayList<>(usual(object));
        cells.add(Ages.since(object.getMetadata().getCreationTimestamp(), now));
        if (wide && mode(object) != null) {
            cells.add(Objects.requireNonNull(mode(object)));
        }
        return cells;
    }

    private static List<String> usual(HasMetadata object) {
        return switch (object) {
            case PersistentVolume volume ->
                List.of(
                        capacity(volume.getSpec().getCapacity()),
                        modes(volume.getSpec().getAccessModes()),
                        text(volume.getSpec().getPersistentVolumeReclaimPolicy()),
                        phase(
                                volume,
                                volume.getStatus() == null
                                        ? null
                                        : volume.getStatus().getPhase()),
                        claim(volume.getSpec().getClaimRef()),
                        text(volume.getSpec().getStorageClassName()),
                        unset(volume.getSpec().getVolumeAttributesClassName()),
                        volume.getStatus() == null
                                ? ""
                                : text(volume.getStatus().getReason()));
            case PersistentVolumeClaim claim -> claim(claim);
            case StorageClass of ->
                List.of(
                        text(of.getProvisioner()),
                        Objects.requireNonNullElse(of.getReclaimPolicy(), "Delete"),
                        Objects.requireNonNullElse(of.getVolumeBindingMode(), "Immediate"),
                        Boolean.toString(Boolean.TRUE.equals(of.getAllowVolumeExpansion())));
            default -> throw new IllegalArgumentException("no table of its own: " + object.getKind());
        };
    }

    private static List<String> claim(PersistentVolumeClaim claim) {
        String volume = text(claim.getSpec().getVolumeName());
        boolean bound = !volume.isEmpty() && claim.getStatus() != null;
        return List.of(
                phase(
                        claim,
                        claim.getStatus() == null ? null : claim.getStatus().getPhase()),
                volume,
                bound ? capacity(claim.getStatus().getCapacity()) : "",
                bound ? modes(claim.getStatus().getAccessModes()) : "",
                text(claim.getSpec().getStorageClassName()),
                unset(claim.getSpec().getVolumeAttributesClassName()));
    }

    private static String claim(@Nullable ObjectReference claim) {
        return claim == null ? "" : claim.getNamespace() + "/" + claim.getName();
    }

    private static @Nullable String mode(HasMetadata object) {
        return switch (object) {
            case PersistentVolume volume -> unset(volume.getSpec().getVolumeMode());
            case PersistentVolumeClaim claim -> unset(claim.getSpec().getVolumeMode());
            default -> null;
        };
    }

    private static String phase(HasMetadata object, @Nullable String phase) {
        return object.getMetadata().getDeletionTimestamp() == null ? text(phase) : "Terminating";
    }

    private static String capacity(@Nullable Map<String, Quantity> amounts) {
        Quantity storage = amounts == null ? null : amounts.get("storage");
        return storage == null ? "" : storage.toString();
    }

    private static String modes(@Nullable List<String> modes) {
        return modes == null
                ? ""
                : modes.stream().map(mode -> MODES.getOrDefault(mode, mode)).collect(Collectors.joining(","));
    }

    private static String unset(@Nullable String value) {
        return value == null || value.isEmpty() ? "<unset>" : value;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
