package drydock.model.topology;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where workloads keep the template of their Pods.
public final class PodTemplates {

    private PodTemplates() {}

    /// The template that `object` makes Pods of; empty if it makes none.
    public static Optional<PodTemplateSpec> of(HasMetadata object) {
        return Optional.ofNullable(template(object));
    }

    private static @Nullable PodTemplateSpec template(HasMetadata object) {
        return switch (object) {
            case ReplicationController rc ->
                rc.getSpec() == null ? null : rc.getSpec().getTemplate();
            case ReplicaSet rs -> rs.getSpec() == null ? null : rs.getSpec().getTemplate();
            case Deployment d -> d.getSpec() == null ? null : d.getSpec().getTemplate();
            case StatefulSet s -> s.getSpec() == null ? null : s.getSpec().getTemplate();
            case DaemonSet d -> d.getSpec() == null ? null : d.getSpec().getTemplate();
            case Job job -> job.getSpec() == null ? null : job.getSpec().getTemplate();
            case CronJob cron -> cronTemplate(cron);
            case PodTemplate template -> template.getTemplate();
            default -> null;
        };
    }

    private static @Nullable PodTemplateSpec cronTemplate(CronJob cron) {
        return cron.getSpec() == null
                        || cron.getSpec().getJobTemplate() == null
                        || cron.getSpec().getJobTemplate().getSpec() == null
                ? null
                : cron.getSpec().getJobTemplate().getSpec().getTemplate();
    }

    /// The labels that the template gives its Pods.
    public static Map<String, String> labels(PodTemplateSpec template) {
        return template.getMetadata() == null || template.getMetadata().getLabels() == null
                ? Map.of()
                : template.getMetadata().getLabels();
    }

    /// What a Pod is told to run: its own specification, or that of a workload's template.
    public static Optional<PodSpec> podSpec(HasMetadata object) {
        return object instanceof Pod pod
                ? Optional.ofNullable(pod.getSpec())
                : of(object).map(PodTemplateSpec::getSpec);
    }
}
