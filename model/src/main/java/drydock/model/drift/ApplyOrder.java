package drydock.model.drift;

import drydock.model.resource.ResourceId;
import java.util.Comparator;
import java.util.List;

/// The order in which objects are applied: what others need first (helm's `pkg/release/util/kind_sorter.go`
/// `InstallOrder`), custom resources last.
public final class ApplyOrder {

    private static final List<String> KINDS = List.of(
            "PriorityClass",
            "Namespace",
            "CustomResourceDefinition",
            "NetworkPolicy",
            "ResourceQuota",
            "LimitRange",
            "PodDisruptionBudget",
            "ServiceAccount",
            "Secret",
            "ConfigMap",
            "StorageClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "ClusterRole",
            "ClusterRoleBinding",
            "Role",
            "RoleBinding",
            "Service",
            "Endpoints",
            "EndpointSlice",
            "DaemonSet",
            "Pod",
            "ReplicationController",
            "ReplicaSet",
            "Deployment",
            "HorizontalPodAutoscaler",
            "StatefulSet",
            "Job",
            "CronJob",
            "IngressClass",
            "Ingress");

    /// Namespaces and definitions before what lives by them, and so on; then by namespace and name.
    public static final Comparator<ResourceId> COMPARATOR =
            Comparator.comparingInt(ApplyOrder::rank).thenComparing(Comparator.naturalOrder());

    private ApplyOrder() {}

    private static int rank(ResourceId id) {
        int at = KINDS.indexOf(id.kind());
        return at < 0 ? KINDS.size() : at;
    }
}
