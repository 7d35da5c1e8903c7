package drydock.render.figure;

import static drydock.render.figure.FactList.each;

import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What matters of what watches over the number of Pods: of which, how many, by what.
final class ScalingFacts {

    private ScalingFacts() {}

    static void tell(HorizontalPodAutoscaler autoscaler, FactList facts) {
        var spec = autoscaler.getSpec();
        if (spec == null) {
            return;
        }
        if (spec.getScaleTargetRef() != null) {
            facts.line("→ " + spec.getScaleTargetRef().getKind() + " "
                    + spec.getScaleTargetRef().getName());
        }
        String range = Objects.requireNonNullElse(spec.getMinReplicas(), 1) + "–"
                + Objects.requireNonNullElse(spec.getMaxReplicas(), 0);
        Integer now =
                autoscaler.getStatus() == null ? null : autoscaler.getStatus().getCurrentReplicas();
        facts.pair("fact.replicas", now == null ? range : facts.word("fact.of", now, range));
        each(spec.getMetrics()).forEach(metric -> metric(metric, facts));
    }

    private static void metric(MetricSpec metric, FactList facts) {
        if (metric.getResource() != null) {
            facts.own(
                    String.valueOf(metric.getResource().getName()),
                    target(metric.getResource().getTarget()));
        } else if (metric.getContainerResource() != null) {
            facts.own(
                    metric.getContainerResource().getContainer() + " "
                            + metric.getContainerResource().getName(),
                    target(metric.getContainerResource().getTarget()));
        } else if (metric.getPods() != null) {
            facts.own(
                    String.valueOf(metric.getPods().getMetric().getName()),
                    target(metric.getPods().getTarget()));
        } else {
            facts.line(metric.getType());
        }
    }

    private static String target(@Nullable MetricTarget target) {
        if (target == null) {
            return "–";
        }
        return target.getAverageUtilization() != null
                ? target.getAverageUtilization() + " %"
                : String.valueOf(target.getAverageValue() == null ? target.getValue() : target.getAverageValue());
    }

    static void tell(PodDisruptionBudget budget, FactList facts) {
        var spec = budget.getSpec();
        if (spec == null) {
            return;
        }
        LabelSelector pods = LabelSelector.of(spec.getSelector());
        facts.own("Pods", pods.isEverything() ? facts.word("fact.all") : pods.nothing() ? "–" : pods.toString())
                .pair("fact.atLeast", amount(spec.getMinAvailable()))
                .pair("fact.mayMiss", amount(spec.getMaxUnavailable()));
        if (budget.getStatus() != null && budget.getStatus().getDisruptionsAllowed() != null) {
            facts.state(budget.getStatus().getDisruptionsAllowed() > 0 ? Badge.READY : Badge.WARNING);
        }
    }

    private static @Nullable Object amount(@Nullable IntOrString amount) {
        return amount == null ? null : amount.getValue();
    }
}
