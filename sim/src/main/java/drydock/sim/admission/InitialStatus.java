package drydock.sim.admission;

import drydock.sim.store.Administrator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LoadBalancerStatus;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerStatus;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceStatus;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.api.model.certificates.v1.CertificateSigningRequest;
import java.util.List;

/// The status that a new object begins with, whatever its author wrote there (`PrepareForCreate` of each kind's
/// `strategy.go`); a Node keeps its own.
final class InitialStatus {

    private InitialStatus() {}

    /// Sets the status of `object`, which is the caller's own copy.
    static void set(HasMetadata object) {
        switch (object) {
            case Pod pod -> pod.setStatus(pending(pod));
            case CertificateSigningRequest request
            when request.getSpec() != null -> {
                request.setStatus(null);
                request.getSpec().setUsername(Administrator.NAME);
                request.getSpec().setGroups(Administrator.GROUPS);
            }
            case Namespace namespace -> {
                NamespaceStatus status = new NamespaceStatus();
                status.setPhase("Active");
                namespace.setStatus(status);
            }
            case Service service -> {
                ServiceStatus status = new ServiceStatus();
                status.setLoadBalancer(new LoadBalancerStatus());
                service.setStatus(status);
            }
            case ReplicationController controller -> {
                ReplicationControllerStatus status = new ReplicationControllerStatus();
                status.setReplicas(0);
                controller.setStatus(status);
            }
            case ReplicaSet set -> {
                ReplicaSetStatus status = new ReplicaSetStatus();
                status.setReplicas(0);
                set.setStatus(status);
            }
            case Deployment deployment -> deployment.setStatus(new DeploymentStatus());
            case StatefulSet set -> {
                StatefulSetStatus status = new StatefulSetStatus();
                status.setReplicas(0);
                status.setAvailableReplicas(0);
                set.setStatus(status);
            }
            case DaemonSet set -> {
                DaemonSetStatus status = new DaemonSetStatus();
                status.setCurrentNumberScheduled(0);
                status.setDesiredNumberScheduled(0);
                status.setNumberMisscheduled(0);
                status.setNumberReady(0);
                set.setStatus(status);
            }
            case HorizontalPodAutoscaler autoscaler -> {
                HorizontalPodAutoscalerStatus status = new HorizontalPodAutoscalerStatus();
                status.setDesiredReplicas(0);
                autoscaler.setStatus(status);
            }
            case Job job -> job.setStatus(new JobStatus());
            case CronJob job -> job.setStatus(new CronJobStatus());
            default -> {
                // kinds without a status, and those whose author writes it
            }
        }
    }

    private static PodStatus pending(Pod pod) {
        PodStatus status = new PodStatus();
        status.setPhase("Pending");
        if (pod.getSpec() != null) {
            status.setQosClass(QosClass.of(pod.getSpec()));
            if (!pod.getSpec().getSchedulingGates().isEmpty()) {
                status.setConditions(List.of(new PodConditionBuilder()
                        .withType("PodScheduled")
                        .withStatus("False")
                        .withReason("SchedulingGated")
                        .withMessage("Scheduling is blocked due to non-empty scheduling gates")
                        .build()));
            }
        }
        return status;
    }
}
