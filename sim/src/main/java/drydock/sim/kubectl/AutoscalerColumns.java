package drydock.sim.kubectl;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricValueStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The columns of a HorizontalPodAutoscaler (`pkg/printers/internalversion/printers.go printHorizontalPodAutoscaler`).
final class AutoscalerColumns {

    private static final int MOST_METRICS = 2;

    private AutoscalerColumns() {}

    /// REFERENCE, TARGETS, MINPODS, MAXPODS, REPLICAS.
    static List<String> of(HorizontalPodAutoscaler autoscaler) {
        var spec = autoscaler.getSpec();
        var status = autoscaler.getStatus();
        List<MetricStatus> now = status == null ? List.of() : status.getCurrentMetrics();
        Integer replicas = status == null ? null : status.getCurrentReplicas();
        return List.of(
                spec.getScaleTargetRef().getKind() + "/"
                        + spec.getScaleTargetRef().getName(),
                targets(spec.getMetrics(), now),
                spec.getMinReplicas() == null
                        ? "<unset>"
                        : spec.getMinReplicas().toString(),
                Objects.requireNonNullElse(spec.getMaxReplicas(), 0).toString(),
                Objects.requireNonNullElse(replicas, 0).toString());
    }

    private static String targets(List<MetricSpec> metrics, List<MetricStatus> now) {
        if (metrics.isEmpty()) {
            return "<none>";
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < metrics.size() && i < MOST_METRICS; i++) {
            texts.add(target(metrics.get(i), i < now.size() ? now.get(i) : null));
        }
        int more = metrics.size() - MOST_METRICS;
        return String.join(", ", texts) + (more > 0 ? " + " + more + " more..." : "");
    }

    private static String target(MetricSpec metric, @Nullable MetricStatus now) {
        if (metric.getResource() != null) {
            MetricValueStatus value = now == null || now.getResource() == null
                    ? null
                    : now.getResource().getCurrent();
            return metric.getResource().getName() + ": "
                    + share(metric.getResource().getTarget(), value);
        }
        if (metric.getContainerResource() != null) {
            MetricValueStatus value = now == null || now.getContainerResource() == null
                    ? null
                    : now.getContainerResource().getCurrent();
            return metric.getContainerResource().getName() + ": "
                    + share(metric.getContainerResource().getTarget(), value);
        }
        if (metric.getPods() != null) {
            MetricValueStatus value =
                    now == null || now.getPods() == null ? null : now.getPods().getCurrent();
            return amount(value == null ? null : value.getAverageValue()) + "/"
                    + amount(metric.getPods().getTarget().getAverageValue());
        }
        if (metric.getObject() != null) {
            MetricValueStatus value = now == null || now.getObject() == null
                    ? null
                    : now.getObject().getCurrent();
            return amounts(metric.getObject().getTarget(), value);
        }
        if (metric.getExternal() != null) {
            MetricValueStatus value = now == null || now.getExternal() == null
                    ? null
                    : now.getExternal().getCurrent();
            return amounts(metric.getExternal().getTarget(), value);
        }
        return "<unknown type>";
    }

    private static String amounts(MetricTarget target, @Nullable MetricValueStatus now) {
        return target.getAverageValue() != null
                ? amount(now == null ? null : now.getAverageValue()) + "/" + amount(target.getAverageValue()) + " (avg)"
                : amount(now == null ? null : now.getValue()) + "/" + amount(target.getValue());
    }

    private static String amount(@Nullable Quantity amount) {
        return amount == null ? "<unknown>" : Quantities.canonical(amount);
    }

    private static String share(MetricTarget target, @Nullable MetricValueStatus now) {
        if (target.getAverageValue() != null) {
            return (now == null ? "<unknown>" : Quantities.canonical(now.getAverageValue())) + "/"
                    + Quantities.canonical(target.getAverageValue());
        }
        boolean known = now != null && now.getAverageUtilization() != null;
        return (known ? now.getAverageUtilization() + "%" : "<unknown>") + "/"
                + (target.getAverageUtilization() == null ? "<auto>" : target.getAverageUtilization() + "%");
    }
}
