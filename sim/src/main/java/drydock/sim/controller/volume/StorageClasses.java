package drydock.sim.controller.volume;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The class that a simulated cluster begins with, and what is asked of classes.
public final class StorageClasses {

    /// Who makes the volumes of the simulation.
    public static final String PROVISIONER = "simulated.drydock.io";

    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private StorageClasses() {}

    /// The cluster's default: volumes as soon as a Pod is to use them, gone with their claims.
    public static StorageClass standard() {
        return new StorageClassBuilder()
                .withNewMetadata()
                .withName("standard")
                .addToAnnotations(DEFAULT, "true")
                .endMetadata()
                .withProvisioner(PROVISIONER)
                .withReclaimPolicy("Delete")
                .withVolumeBindingMode("WaitForFirstConsumer")
                .build();
    }

    /// The default among `all`: of several the newest.
    static Optional<StorageClass> preferred(Collection<StorageClass> all) {
        return all.stream()
                .filter(StorageClasses::isDefault)
                .max(Comparator.comparing((StorageClass c) -> c.getMetadata().getCreationTimestamp())
                        .thenComparing(c -> c.getMetadata().getName(), Comparator.reverseOrder()));
    }

    private static boolean isDefault(StorageClass of) {
        Map<String, String> annotations = of.getMetadata().getAnnotations();
        return annotations != null && "true".equals(annotations.get(DEFAULT));
    }

    static boolean waitsForConsumer(StorageClass of) {
        return "WaitForFirstConsumer".equals(of.getVolumeBindingMode());
    }

    static String name(PersistentVolumeClaim claim) {
        return Objects.requireNonNullElse(claim.getSpec().getStorageClassName(), "");
    }

    static String name(PersistentVolume volume) {
        return Objects.requireNonNullElse(volume.getSpec().getStorageClassName(), "");
    }
}
