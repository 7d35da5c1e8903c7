package drydock.sim.admission;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.Present;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Gives a new claim, and a new Ingress, that says nothing of a class the default one, if there is one: of several the
/// newest (`plugin/pkg/admission/storage/storageclass/setdefault`, `plugin/pkg/admission/network/defaultingressclass`).
final class DefaultClasses {

    private static final String OF_STORAGE = "storageclass.kubernetes.io/is-default-class";
    private static final String OF_INGRESS = "ingressclass.kubernetes.io/is-default-class";
    private static final String CLASS_OF_CLAIM = "volume.beta.kubernetes.io/storage-class";
    private static final String CLASS_OF_INGRESS = "kubernetes.io/ingress.class";
    private static final Comparator<HasMetadata> NEWEST_FIRST = Comparator.comparing(
                    (HasMetadata of) -> of.getMetadata().getCreationTimestamp())
            .reversed()
            .thenComparing(of -> of.getMetadata().getName());

    private final Present present;

    DefaultClasses(Present present) {
        this.present = present;
    }

    void complete(PersistentVolumeClaim claim) {
        if (claim.getSpec() != null && claim.getSpec().getStorageClassName() == null && !has(claim, CLASS_OF_CLAIM)) {
            usual(Kinds.STORAGE_CLASS, OF_STORAGE).ifPresent(claim.getSpec()::setStorageClassName);
        }
    }

    void complete(Ingress ingress) {
        if (ingress.getSpec() != null
                && ingress.getSpec().getIngressClassName() == null
                && !has(ingress, CLASS_OF_INGRESS)) {
            usual(Kinds.INGRESS_CLASS, OF_INGRESS).ifPresent(ingress.getSpec()::setIngressClassName);
        }
    }

    private Optional<String> usual(ResourceKind kind, String annotation) {
        return present.list(kind, "").stream()
                .filter(of -> "true".equals(annotations(of).get(annotation)))
                .min(NEWEST_FIRST)
                .map(of -> of.getMetadata().getName());
    }

    private static boolean has(HasMetadata object, String annotation) {
        return annotations(object).containsKey(annotation);
    }

    private static Map<String, String> annotations(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
    }
}
