package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/// Describes objects as `kubectl describe` does, each kind in its own layout.
public final class Descriptions {

    private Descriptions() {}

    /// What there is to say of `object`, in lines, with the last line's end.
    ///
    /// @param cluster where what belongs to the object is looked up
    /// @throws drydock.model.cluster.ClusterException if the cluster refuses to show it
    public static String of(Cluster cluster, HasMetadata object) {
        Lines lines = new Lines();
        switch (object) {
            case Pod pod -> PodDescription.of(lines, cluster, pod);
            case ReplicationController controller -> ReplicationControllerDescription.of(lines, cluster, controller);
            case ReplicaSet set -> ReplicaSetDescription.of(lines, cluster, set);
            case Deployment deployment -> DeploymentDescription.of(lines, cluster, deployment);
            case Service service -> ServiceDescription.of(lines, cluster, service);
            case Endpoints endpoints -> EndpointsDescription.of(lines, cluster, endpoints);
            case Node node -> NodeDescription.of(lines, cluster, node);
            case StatefulSet set -> StatefulSetDescription.of(lines, cluster, set);
            case DaemonSet set -> DaemonSetDescription.of(lines, cluster, set);
            case Job job -> JobDescription.of(lines, cluster, job);
            case CronJob job -> CronJobDescription.of(lines, cluster, job);
            case PersistentVolumeClaim claim -> ClaimDescription.of(lines, cluster, claim);
            case PersistentVolume volume -> VolumeDescription.of(lines, cluster, volume);
            case PodDisruptionBudget budget -> BudgetDescription.of(lines, cluster, budget);
            case ConfigMap map -> DataDescription.of(lines, cluster, map);
            case Secret secret -> DataDescription.of(lines, secret);
            case Namespace space -> NamespaceDescription.of(lines, cluster, space);
            case ResourceQuota quota -> LimitDescription.of(lines, quota);
            case LimitRange range -> LimitDescription.of(lines, range);
            case ServiceAccount account -> AccountDescription.of(lines, cluster, account);
            case Ingress ingress -> IngressDescription.of(lines, cluster, ingress);
            case IngressClass of -> IngressDescription.of(lines, cluster, of);
            case NetworkPolicy policy -> PolicyDescription.of(lines, policy);
            case EndpointSlice slice -> SliceDescription.of(lines, cluster, slice);
            case HorizontalPodAutoscaler scaler -> AutoscalerDescription.of(lines, cluster, scaler);
            case Role role -> RoleDescription.of(lines, role, role.getRules());
            case ClusterRole role -> RoleDescription.of(lines, role, role.getRules());
            case RoleBinding binding -> RoleDescription.of(lines, binding, binding.getRoleRef(), binding.getSubjects());
            case ClusterRoleBinding binding ->
                RoleDescription.of(lines, binding, binding.getRoleRef(), binding.getSubjects());
            case StorageClass of -> ClassDescription.of(lines, cluster, of);
            case PriorityClass of -> ClassDescription.of(lines, cluster, of);
            default -> GenericDescription.of(lines, cluster, object);
        }
        return lines.toString();
    }

    /// What a Pod template holds, its cells apart by tabs, as `kubectl rollout history` shows it.
    public static String ofTemplate(PodTemplateSpec template) {
        Lines lines = new Lines();
        PlacementLines.template(lines, template);
        return lines.raw();
    }
}
