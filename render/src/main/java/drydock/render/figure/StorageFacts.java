package drydock.render.figure;

import static drydock.render.figure.Facts.joined;
import static drydock.render.figure.Facts.lines;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What matters of volumes: how large, how reached, of which class.
final class StorageFacts {

    private StorageFacts() {}

    static List<String> of(PersistentVolumeClaim claim) {
        var spec = claim.getSpec();
        if (spec == null) {
            return List.of();
        }
        String size =
                spec.getResources() == null ? null : storage(spec.getResources().getRequests());
        return lines(
                joined(size, String.join(", ", Facts.each(spec.getAccessModes()))),
                spec.getStorageClassName(),
                claim.getStatus() == null ? null : claim.getStatus().getPhase());
    }

    static List<String> of(PersistentVolume volume) {
        var spec = volume.getSpec();
        return spec == null
                ? List.of()
                : lines(
                        joined(storage(spec.getCapacity()), String.join(", ", Facts.each(spec.getAccessModes()))),
                        joined(spec.getStorageClassName(), spec.getPersistentVolumeReclaimPolicy()),
                        volume.getStatus() == null ? null : volume.getStatus().getPhase());
    }

    static List<String> of(StorageClass type) {
        return lines(type.getProvisioner(), joined(type.getReclaimPolicy(), type.getVolumeBindingMode()));
    }

    private static @Nullable String storage(@Nullable Map<String, Quantity> amounts) {
        Quantity size = amounts == null ? null : amounts.get("storage");
        return size == null ? null : size.toString();
    }
}
