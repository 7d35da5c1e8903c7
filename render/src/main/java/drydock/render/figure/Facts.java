package drydock.render.figure;

import drydock.model.resource.QuantityUnits;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
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

/// What matters of an object at a glance.
final class Facts {

    private Facts() {}

    /// Those of `object`; none of a kind that has nothing to say beside its name.
    static FactList of(HasMetadata object, Words words, QuantityUnits units) {
        FactList facts = new FactList(words, units);
        switch (object) {
            case ConfigMap map -> SettingFacts.tell(map, facts);
            case Secret secret -> SettingFacts.tell(secret, facts);
            case PersistentVolumeClaim claim -> StorageFacts.tell(claim, facts);
            case PersistentVolume volume -> StorageFacts.tell(volume, facts);
            case StorageClass type -> StorageFacts.tell(type, facts);
            case Ingress ingress -> NetworkFacts.tell(ingress, facts);
            case IngressClass type -> NetworkFacts.tell(type, facts);
            case Endpoints endpoints -> NetworkFacts.tell(endpoints, facts);
            case EndpointSlice slice -> NetworkFacts.tell(slice, facts);
            case NetworkPolicy policy -> PolicyFacts.tell(policy, facts);
            case Role role -> AccessFacts.tell(role.getRules(), facts);
            case ClusterRole role -> AccessFacts.tell(role.getRules(), facts);
            case RoleBinding binding -> AccessFacts.tell(binding.getRoleRef(), binding.getSubjects(), facts);
            case ClusterRoleBinding binding -> AccessFacts.tell(binding.getRoleRef(), binding.getSubjects(), facts);
            case ServiceAccount account -> AccessFacts.tell(account, facts);
            case HorizontalPodAutoscaler autoscaler -> ScalingFacts.tell(autoscaler, facts);
            case PodDisruptionBudget budget -> ScalingFacts.tell(budget, facts);
            case ResourceQuota quota -> LimitFacts.tell(quota, facts);
            case LimitRange range -> LimitFacts.tell(range, facts);
            case PriorityClass priority -> LimitFacts.tell(priority, facts);
            case Node node -> ClusterFacts.tell(node, facts);
            case Namespace namespace -> ClusterFacts.tell(namespace, facts);
            case GenericKubernetesResource resource -> ClusterFacts.tell(resource, facts);
            default -> {
                // its name says all
            }
        }
        return facts;
    }
}
