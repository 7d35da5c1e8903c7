package drydock.sim.controller.autoscaling;

import drydock.model.resource.Quantities;
import drydock.sim.controller.autoscaling.Calculation.Tolerance;
import drydock.sim.metrics.Usages;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ContainerResourceMetricStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricValueStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ResourceMetricStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One thing that an autoscaler looks at: CPU or memory of Pods or of one of their containers. Whatever else there is
/// would need an API that the cluster does not have.
///
/// @param container the container that is meant, empty for all
record Metric(MetricSpec spec, String resource, String container, MetricTarget target) {

    /// @throws MetricException if the cluster has no such metrics
    static Metric of(MetricSpec spec) throws MetricException {
        return switch (spec.getType()) {
            case "Resource" ->
                new Metric(
                        spec,
                        spec.getResource().getName(),
                        "",
                        spec.getResource().getTarget());
            case "ContainerResource" ->
                new Metric(
                        spec,
                        spec.getContainerResource().getName(),
                        spec.getContainerResource().getContainer(),
                        spec.getContainerResource().getTarget());
            case "External" ->
                throw new MetricException("unable to fetch metrics from external metrics API: no external metrics API"
                        + " (external.metrics.k8s.io) registered");
            default ->
                throw new MetricException("unable to fetch metrics from custom metrics API: no custom metrics API"
                        + " (custom.metrics.k8s.io) registered");
        };
    }

    /// Why the condition ScalingActive is false when such a metric fails.
    static String failure(MetricSpec spec) {
        return "FailedGet" + spec.getType() + "Metric";
    }

    /// The words of a failure as the autoscaler's last one tells them (`horizontal.go computeReplicasForMetric`).
    static String within(MetricSpec spec, String words) {
        String what = switch (spec.getType()) {
            case "Resource" -> spec.getResource().getName() + " resource";
            case "ContainerResource" -> spec.getContainerResource().getContainer() + " container";
            case "External" -> spec.getExternal().getMetric().getName() + " external";
            default -> spec.getType().toLowerCase(Locale.ROOT);
        };
        return "failed to get " + what + " metric value: " + words;
    }

    /// What it asks for (`horizontal.go computeStatusForResourceMetricGeneric`).
    Proposal propose(int current, List<Pod> pods, Usages usages, Tolerance tolerance, Instant now)
            throws MetricException {
        boolean share = "Utilization".equals(target.getType());
        try {
            Calculation found = calculate(current, pods, usages, tolerance, share, now);
            MetricValueStatus value = new MetricValueStatus(
                    share ? found.utilization() : null, Quantities.ofMilli(found.average()), null);
            return new Proposal(found.replicas(), name(share), status(value));
        } catch (MetricException failed) {
            throw new MetricException(
                    "failed to get " + resource + (share ? " utilization: " : " usage: ") + failed.words());
        }
    }

    private String name(boolean share) {
        if (!share) {
            return resource + " resource";
        }
        return resource + (container.isEmpty() ? "" : " container") + " resource utilization (percentage of request)";
    }

    private Calculation calculate(
            int current, List<Pod> pods, Usages usages, Tolerance tolerance, boolean share, Instant now)
            throws MetricException {
        boolean none = pods.stream()
                .allMatch(pod -> usages.of(pod.getMetadata().getUid()).isEmpty());
        if (none) {
            throw new MetricException("unable to get metrics for resource " + resource
                    + ": no metrics returned from resource metrics API");
        }
        List<Sample> samples = new ArrayList<>();
        for (Pod pod : pods) {
            samples.add(Sample.of(pod, resource, container, usages, share, now));
        }
        return share
                ? Calculation.byUtilization(current, target.getAverageUtilization(), tolerance, samples)
                : Calculation.byAverage(current, Quantities.milli(target.getAverageValue()), tolerance, samples);
    }

    private MetricStatus status(MetricValueStatus value) {
        MetricStatus status = new MetricStatus();
        status.setType(spec.getType());
        if (container.isEmpty()) {
            status.setResource(new ResourceMetricStatus(value, resource));
        } else {
            status.setContainerResource(new ContainerResourceMetricStatus(container, value, resource));
        }
        return status;
    }
}
