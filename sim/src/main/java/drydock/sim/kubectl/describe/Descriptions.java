package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

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
