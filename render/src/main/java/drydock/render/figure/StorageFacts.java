package drydock.render.figure;

import static drydock.render.figure.FactList.each;
import static drydock.render.figure.FactList.joined;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What matters of volumes: how large, how reached, of which class, where they lie.
final class StorageFacts {

    private static final String IS_DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private StorageFacts() {}

    static void tell(PersistentVolumeClaim claim, FactList facts) {
        var spec = claim.getSpec();
        if (spec == null) {
            return;
        }
        String size =
                spec.getResources() == null ? null : storage(spec.getResources().getRequests(), facts);
        String type = spec.getStorageClassName() == null
                ? facts.word("fact.defaultClass")
                : spec.getStorageClassName().isEmpty() ? facts.word("fact.noClass") : spec.getStorageClassName();
        facts.pair("fact.size", joined(size, modes(spec.getAccessModes()))).pair("fact.class", type);
        if (claim.getStatus() != null) {
            state(claim.getStatus().getPhase(), facts);
        }
    }

    static void tell(PersistentVolume volume, FactList facts) {
        PersistentVolumeSpec spec = volume.getSpec();
        if (spec == null) {
            return;
        }
        facts.pair("fact.size", joined(storage(spec.getCapacity(), facts), modes(spec.getAccessModes())))
                .pair("fact.class", spec.getStorageClassName())
                .pair("fact.reclaim", spec.getPersistentVolumeReclaimPolicy())
                .pair("fact.lies", source(spec));
        if (volume.getStatus() != null) {
            state(volume.getStatus().getPhase(), facts);
        }
    }

    static void tell(StorageClass type, FactList facts) {
        facts.line(type.getProvisioner())
                .pair("fact.binding", type.getVolumeBindingMode())
                .pair("fact.reclaim", type.getReclaimPolicy());
        ObjectMeta metadata = type.getMetadata();
        if (metadata != null
                && metadata.getAnnotations() != null
                && "true".equals(metadata.getAnnotations().get(IS_DEFAULT))) {
            facts.note("fact.isDefault");
        }
    }

    private static void state(@Nullable String phase, FactList facts) {
        switch (phase == null ? "" : phase) {
            case "Bound", "Available" -> facts.state(Badge.READY);
            case "Pending" -> facts.state(Badge.WAITING);
            case "Released" -> facts.state(Badge.NOT_READY);
            case "Lost", "Failed" -> facts.state(Badge.FAILED);
            default -> {
                // only written down
            }
        }
    }

    private static @Nullable String source(PersistentVolumeSpec spec) {
        if (spec.getHostPath() != null) {
            return "hostPath " + spec.getHostPath().getPath();
        }
        if (spec.getLocal() != null) {
            return "local " + spec.getLocal().getPath();
        }
        if (spec.getNfs() != null) {
            return "nfs " + spec.getNfs().getServer() + ":" + spec.getNfs().getPath();
        }
        return spec.getCsi() == null ? null : "csi " + spec.getCsi().getDriver();
    }

    /// Short as `kubectl get pvc` has them.
    private static String modes(@Nullable List<String> modes) {
        return each(modes).stream()
                .map(mode -> switch (mode) {
                    case "ReadWriteOnce" -> "RWO";
                    case "ReadOnlyMany" -> "ROX";
                    case "ReadWriteMany" -> "RWX";
                    case "ReadWriteOncePod" -> "RWOP";
                    default -> mode;
                })
                .collect(Collectors.joining(","));
    }

    private static @Nullable String storage(@Nullable Map<String, Quantity> amounts, FactList facts) {
        return amounts == null ? null : facts.amount("storage", amounts.get("storage"));
    }
}
