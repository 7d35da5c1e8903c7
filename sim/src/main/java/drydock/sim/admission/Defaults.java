package drydock.sim.admission;

import drydock.model.topology.PodTemplates;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the API server fills in where an object says nothing (`pkg/apis/*/v1/defaults.go`).
final class Defaults {

    private Defaults() {}

    /// Fills in `object`, which is the caller's own copy.
    static void fill(HasMetadata object) {
        StorageDefaults.fill(object);
        PolicyDefaults.fill(object);
        PodTemplates.of(object).ifPresent(template -> PodDefaults.fillTemplate(template.getSpec()));
        switch (object) {
            case Pod pod -> PodDefaults.fillPod(pod.getSpec());
            case Service service -> ServiceDefaults.fill(service);
            case Endpoints endpoints -> EndpointDefaults.fill(endpoints);
            case EndpointSlice slice -> EndpointDefaults.fill(slice);
            case ReplicationController controller -> controller(controller);
            case ReplicaSet set -> {
                if (set.getSpec() != null && set.getSpec().getReplicas() == null) {
                    set.getSpec().setReplicas(1);
                }
            }
            case Deployment deployment -> deployment(deployment.getSpec());
            case StatefulSet set -> WorkloadDefaults.fill(set.getSpec());
            case DaemonSet set -> WorkloadDefaults.fill(set.getSpec());
            case Job job -> {
                if (job.getSpec() != null) {
                    JobDefaults.fill(job.getSpec());
                }
                WorkloadDefaults.fill(job.getSpec());
            }
            case CronJob job -> WorkloadDefaults.fill(job.getSpec());
            case HorizontalPodAutoscaler autoscaler -> AutoscalerDefaults.fill(autoscaler);
            case LimitRange range -> LimitDefaults.fill(range);
            case Secret secret -> DataDefaults.fill(secret);
            case Namespace namespace -> {
                Map<String, String> labels = copy(namespace.getMetadata().getLabels());
                labels.put(
                        "kubernetes.io/metadata.name", namespace.getMetadata().getName());
                namespace.getMetadata().setLabels(labels);
            }
            case PodDisruptionBudget budget -> {
                if (budget.getStatus() == null) {
                    budget.setStatus(new PodDisruptionBudgetStatus());
                }
            }
            default -> {
                // kinds that have no defaults the simulation looks at
            }
        }
    }

    private static void controller(ReplicationController controller) {
        ReplicationControllerSpec spec = controller.getSpec();
        if (spec == null) {
            return;
        }
        Map<String, String> labels =
                spec.getTemplate() == null || spec.getTemplate().getMetadata() == null
                        ? Map.of()
                        : copy(spec.getTemplate().getMetadata().getLabels());
        if (!labels.isEmpty()) {
            if (spec.getSelector() == null || spec.getSelector().isEmpty()) {
                spec.setSelector(labels);
            }
            if (controller.getMetadata().getLabels() == null
                    || controller.getMetadata().getLabels().isEmpty()) {
                controller.getMetadata().setLabels(labels);
            }
        }
        if (spec.getReplicas() == null) {
            spec.setReplicas(1);
        }
    }

    private static void deployment(@Nullable DeploymentSpec spec) {
        if (spec == null) {
            return;
        }
        if (spec.getReplicas() == null) {
            spec.setReplicas(1);
        }
        if (spec.getStrategy() == null) {
            spec.setStrategy(new DeploymentStrategy());
        }
        if (spec.getSelector() == null) {
            spec.setSelector(new LabelSelector());
        }
        DeploymentStrategy strategy = spec.getStrategy();
        if (strategy.getType() == null || strategy.getType().isEmpty()) {
            strategy.setType("RollingUpdate");
        }
        if (strategy.getType().equals("RollingUpdate")) {
            rollingUpdate(strategy);
        }
        if (spec.getRevisionHistoryLimit() == null) {
            spec.setRevisionHistoryLimit(10);
        }
        if (spec.getProgressDeadlineSeconds() == null) {
            spec.setProgressDeadlineSeconds(600);
        }
    }

    private static void rollingUpdate(DeploymentStrategy strategy) {
        RollingUpdateDeployment update = strategy.getRollingUpdate();
        if (update == null) {
            update = new RollingUpdateDeployment();
            strategy.setRollingUpdate(update);
        }
        if (update.getMaxUnavailable() == null) {
            update.setMaxUnavailable(new IntOrString("25%"));
        }
        if (update.getMaxSurge() == null) {
            update.setMaxSurge(new IntOrString("25%"));
        }
    }

    private static Map<String, String> copy(@Nullable Map<String, String> labels) {
        return labels == null ? new LinkedHashMap<>() : new LinkedHashMap<>(labels);
    }
}
