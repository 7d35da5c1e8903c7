package drydock.sim.kubectl.kustomize;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The order of the kinds, so that what others need is made before them
/// (`kustomize/api/internal/builtins/SortOrderTransformer.go`, the legacy order).
final class KindOrder {

    private static final List<String> FIRST = List.of(
            "Namespace",
            "ResourceQuota",
            "StorageClass",
            "CustomResourceDefinition",
            "ServiceAccount",
            "PodSecurityPolicy",
            "Role",
            "ClusterRole",
            "RoleBinding",
            "ClusterRoleBinding",
            "ConfigMap",
            "Secret",
            "Endpoints",
            "Service",
            "LimitRange",
            "PriorityClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "Deployment",
            "StatefulSet",
            "CronJob",
            "PodDisruptionBudget");

    private static final List<String> LAST = List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    private KindOrder() {}

    static List<Map<String, Object>> sorted(List<Map<String, Object>> objects) {
        return objects.stream()
                .sorted(Comparator.<Map<String, Object>>comparingInt(object -> place(Trees.text(object, "kind")))
                        .thenComparing(object -> Trees.text(object, "apiVersion"))
                        .thenComparing(object -> Trees.text(object, "kind"))
                        .thenComparing(object -> Trees.text(Trees.made(object, "metadata"), "namespace"))
                        .thenComparing(Trees::name))
                .toList();
    }

    private static int place(String kind) {
        int first = FIRST.indexOf(kind);
        return first >= 0 ? first - FIRST.size() : LAST.indexOf(kind) + 1;
    }
}
