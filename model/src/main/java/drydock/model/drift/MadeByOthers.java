package drydock.model.drift;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Which live objects somebody else makes and keeps: controllers, the server, a package manager. No project would have
/// them.
public final class MadeByOthers {

    private static final Set<String> KINDS = Set.of(
            "Event", "Endpoints", "EndpointSlice", "Lease", "Node", "ControllerRevision", "PodMetrics", "NodeMetrics");

    private static final Set<String> SECRETS =
            Set.of("kubernetes.io/service-account-token", "helm.sh/release.v1", "bootstrap.kubernetes.io/token");

    private MadeByOthers() {}

    /// Tells it among `all` there is: the claims that a StatefulSet made say nothing of it, but are called after it.
    public static Predicate<HasMetadata> among(Collection<? extends HasMetadata> all) {
        Set<String> claims = new HashSet<>();
        for (HasMetadata each : all) {
            if (each instanceof StatefulSet set && set.getSpec() != null) {
                set.getSpec()
                        .getVolumeClaimTemplates()
                        .forEach(template -> claims.add(set.getMetadata().getNamespace() + "/"
                                + template.getMetadata().getName() + "-"
                                + set.getMetadata().getName()));
            }
        }
        return object ->
                is(object) || (object instanceof PersistentVolumeClaim && claims.contains(withoutOrdinal(object)));
    }

    private static String withoutOrdinal(HasMetadata claim) {
        String name = claim.getMetadata().getName();
        return claim.getMetadata().getNamespace() + "/" + name.substring(0, Math.max(0, name.lastIndexOf('-')));
    }

    /// Whether `object` is one.
    public static boolean is(HasMetadata object) {
        String name = object.getMetadata().getName();
        return KINDS.contains(object.getKind())
                || !object.getMetadata().getOwnerReferences().isEmpty()
                || switch (object.getKind()) {
                    case "ServiceAccount" -> "default".equals(name);
                    case "ConfigMap" -> "kube-root-ca.crt".equals(name);
                    case "Service" ->
                        "kubernetes".equals(name)
                                && "default".equals(object.getMetadata().getNamespace());
                    case "Secret" -> isToken(object);
                    case "PersistentVolume" -> hasAnnotation(object, "pv.kubernetes.io/provisioned-by");
                    default -> false;
                };
    }

    /// Of a Secret that was not fetched with its type, the note of whose token it is says it.
    private static boolean isToken(HasMetadata object) {
        return (object instanceof Secret secret && secret.getType() != null && SECRETS.contains(secret.getType()))
                || hasAnnotation(object, "kubernetes.io/service-account.name");
    }

    private static boolean hasAnnotation(HasMetadata object, String key) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations != null && annotations.containsKey(key);
    }
}
