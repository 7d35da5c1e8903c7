package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How HorizontalPodAutoscalers are kept, and what they get where they say nothing
/// (`pkg/apis/autoscaling/v2/defaults.go`).
final class AutoscalerDefaults {

    private static final int USUAL_CPU = 80;
    private static final int PERIOD_SECONDS = 15;

    private AutoscalerDefaults() {}

    /// The same object in the version that is kept: one of `autoscaling/v1` looks at the CPU as a metric.
    static HasMetadata stored(HasMetadata object) {
        if (!(object instanceof io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler first)
                || first.getSpec() == null) {
            return object;
        }
        HorizontalPodAutoscalerSpec spec = first.getSpec();
        Integer cpu = spec.getTargetCPUUtilizationPercentage();
        return new HorizontalPodAutoscalerBuilder()
                .withMetadata(first.getMetadata())
                .withNewSpec()
                .withMinReplicas(spec.getMinReplicas())
                .withMaxReplicas(spec.getMaxReplicas())
                .withNewScaleTargetRef(
                        spec.getScaleTargetRef().getApiVersion(),
                        spec.getScaleTargetRef().getKind(),
                        spec.getScaleTargetRef().getName())
                .withMetrics(cpu == null ? List.of() : List.of(cpu(cpu)))
                .endSpec()
                .build();
    }

    /// Fills in `autoscaler`, which is the caller's own copy.
    static void fill(HorizontalPodAutoscaler autoscaler) {
        if (autoscaler.getSpec() == null) {
            return;
        }
        if (autoscaler.getSpec().getMinReplicas() == null) {
            autoscaler.getSpec().setMinReplicas(1);
        }
        if (autoscaler.getSpec().getMetrics().isEmpty()) {
            autoscaler.getSpec().setMetrics(List.of(cpu(USUAL_CPU)));
        }
        HorizontalPodAutoscalerBehavior behavior = autoscaler.getSpec().getBehavior();
        if (behavior != null) {
            HPAScalingPolicy all = new HPAScalingPolicy(PERIOD_SECONDS, "Percent", 100);
            HPAScalingPolicy four = new HPAScalingPolicy(PERIOD_SECONDS, "Pods", 4);
            behavior.setScaleUp(rules(behavior.getScaleUp(), 0, List.of(four, all)));
            behavior.setScaleDown(rules(behavior.getScaleDown(), null, List.of(all)));
        }
    }

    private static HPAScalingRules rules(
            @Nullable HPAScalingRules given, @Nullable Integer window, List<HPAScalingPolicy> usual) {
        HPAScalingRules rules = given == null ? new HPAScalingRules() : given;
        if (rules.getPolicies().isEmpty()) {
            rules.setPolicies(usual);
        }
        if (rules.getSelectPolicy() == null) {
            rules.setSelectPolicy("Max");
        }
        if (rules.getStabilizationWindowSeconds() == null) {
            rules.setStabilizationWindowSeconds(window);
        }
        return rules;
    }

    private static MetricSpec cpu(int percent) {
        return new MetricSpecBuilder()
                .withType("Resource")
                .withNewResource()
                .withName("cpu")
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(percent)
                .endTarget()
                .endResource()
                .build();
    }
}
