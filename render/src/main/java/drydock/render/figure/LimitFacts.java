package drydock.render.figure;

import static drydock.render.figure.Facts.each;
import static drydock.render.figure.Facts.joined;
import static drydock.render.figure.Facts.lines;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What matters of limits: how much of what, at least and at most.
final class LimitFacts {

    private LimitFacts() {}

    static List<String> of(HorizontalPodAutoscaler autoscaler) {
        List<String> lines = new ArrayList<>();
        var spec = autoscaler.getSpec();
        if (spec == null) {
            return lines;
        }
        int least = spec.getMinReplicas() == null ? 1 : spec.getMinReplicas();
        lines.add(least + " – " + spec.getMaxReplicas());
        each(spec.getMetrics()).forEach(metric -> lines.add(metric(metric)));
        return lines;
    }

    private static String metric(MetricSpec metric) {
        if (metric.getResource() == null || metric.getResource().getTarget() == null) {
            return String.valueOf(metric.getType());
        }
        var target = metric.getResource().getTarget();
        String wanted = target.getAverageUtilization() != null
                ? target.getAverageUtilization() + " %"
                : String.valueOf(target.getAverageValue() == null ? target.getValue() : target.getAverageValue());
        return metric.getResource().getName() + " " + wanted;
    }

    static List<String> of(PodDisruptionBudget budget) {
        var spec = budget.getSpec();
        return spec == null
                ? List.of()
                : lines(
                        spec.getMinAvailable() == null
                                ? null
                                : "minAvailable " + spec.getMinAvailable().getValue(),
                        spec.getMaxUnavailable() == null
                                ? null
                                : "maxUnavailable " + spec.getMaxUnavailable().getValue());
    }

    static List<String> of(ResourceQuota quota) {
        return quota.getSpec() == null ? List.of() : amounts("", quota.getSpec().getHard());
    }

    static List<String> of(LimitRange range) {
        List<String> lines = new ArrayList<>();
        if (range.getSpec() != null) {
            each(range.getSpec().getLimits()).forEach(item -> {
                lines.addAll(amounts("min ", item.getMin()));
                lines.addAll(amounts("default ", item.getDefault()));
                lines.addAll(amounts("max ", item.getMax()));
            });
        }
        return lines;
    }

    static List<String> of(Node node) {
        List<String> lines = new ArrayList<>();
        if (node.getStatus() != null && node.getStatus().getCapacity() != null) {
            Map<String, Quantity> capacity = node.getStatus().getCapacity();
            Quantity cpu = capacity.get("cpu");
            lines.add(joined(cpu == null ? null : cpu + " CPU", capacity.get("memory")));
        }
        if (node.getSpec() != null) {
            each(node.getSpec().getTaints())
                    .forEach(taint -> lines.add(taint.getKey()
                            + (taint.getValue() == null ? "" : "=" + taint.getValue()) + ":" + taint.getEffect()));
        }
        return lines;
    }

    private static List<String> amounts(String what, @Nullable Map<String, Quantity> amounts) {
        return amounts == null
                ? List.of()
                : amounts.entrySet().stream()
                        .map(e -> what + e.getKey() + " " + e.getValue())
                        .toList();
    }
}
