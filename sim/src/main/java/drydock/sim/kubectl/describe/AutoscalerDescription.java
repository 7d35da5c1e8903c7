package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricValueStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A HorizontalPodAutoscaler with its metrics (`describe.go describeHorizontalPodAutoscalerV2`).
final class AutoscalerDescription {

    private static final String UNKNOWN = "<unknown>";

    private AutoscalerDescription() {}

    static void of(Lines lines, Cluster cluster, HorizontalPodAutoscaler scaler) {
        HorizontalPodAutoscalerStatus status =
                Objects.requireNonNullElseGet(scaler.getStatus(), HorizontalPodAutoscalerStatus::new);
        String kind = scaler.getSpec().getScaleTargetRef().getKind();
        Metadata.name(lines, scaler);
        Metadata.labelsAndAnnotations(lines, scaler.getMetadata());
        lines.field(0, "CreationTimestamp", Metadata.date(scaler.getMetadata().getCreationTimestamp()));
        lines.field(
                0,
                "Reference",
                kind + "/" + scaler.getSpec().getScaleTargetRef().getName());
        lines.field(0, "Metrics", "( current / target )");
        metrics(lines, scaler.getSpec().getMetrics(), status.getCurrentMetrics());
        lines.field(0, "Min replicas", Objects.toString(scaler.getSpec().getMinReplicas(), "<unset>"));
        lines.field(0, "Max replicas", scaler.getSpec().getMaxReplicas());
        if (scaler.getSpec().getBehavior() != null) {
            lines.line(0, "Behavior:");
            behaviour(lines, "Scale Up", scaler.getSpec().getBehavior().getScaleUp());
            behaviour(lines, "Scale Down", scaler.getSpec().getBehavior().getScaleDown());
        }
        lines.field(
                0,
                kind + " pods",
                number(status.getCurrentReplicas()) + " current / " + number(status.getDesiredReplicas()) + " desired");
        conditions(lines, status.getConditions());
        EventLines.of(lines, cluster, scaler);
    }

    private static void metrics(Lines lines, List<MetricSpec> metrics, List<MetricStatus> now) {
        for (int i = 0; i < metrics.size(); i++) {
            metric(lines, metrics.get(i), i < now.size() ? now.get(i) : new MetricStatus());
        }
    }

    private static void metric(Lines lines, MetricSpec metric, MetricStatus now) {
        switch (Objects.requireNonNullElse(metric.getType(), "")) {
            case "Resource" ->
                resource(
                        lines,
                        "resource " + metric.getResource().getName() + " on pods",
                        metric.getResource().getTarget(),
                        now.getResource() == null ? null : now.getResource().getCurrent());
            case "ContainerResource" ->
                resource(
                        lines,
                        "resource " + metric.getContainerResource().getName() + " of container \""
                                + metric.getContainerResource().getContainer() + "\" on pods",
                        metric.getContainerResource().getTarget(),
                        now.getContainerResource() == null
                                ? null
                                : now.getContainerResource().getCurrent());
            case "Pods" ->
                value(
                        lines,
                        quoted(metric.getPods().getMetric().getName()) + " on pods:",
                        now.getPods() == null
                                ? null
                                : now.getPods().getCurrent().getAverageValue(),
                        metric.getPods().getTarget().getAverageValue());
            case "Object" -> {
                MetricTarget target = metric.getObject().getTarget();
                boolean average = "AverageValue".equals(target.getType());
                value(
                        lines,
                        quoted(metric.getObject().getMetric().getName()) + " on "
                                + metric.getObject().getDescribedObject().getKind() + "/"
                                + metric.getObject().getDescribedObject().getName() + "   ("
                                + (average ? "target average value):" : "target value):"),
                        current(now.getObject() == null ? null : now.getObject().getCurrent(), average),
                        average ? target.getAverageValue() : target.getValue());
            }
            case "External" -> {
                MetricTarget target = metric.getExternal().getTarget();
                boolean average = target.getAverageValue() != null;
                value(
                        lines,
                        quoted(metric.getExternal().getMetric().getName())
                                + (average ? " (target average value):" : " (target value):"),
                        current(
                                now.getExternal() == null
                                        ? null
                                        : now.getExternal().getCurrent(),
                                average),
                        average ? target.getAverageValue() : target.getValue());
            }
            default -> lines.line(1, "<unknown metric type " + quoted(metric.getType()) + ">");
        }
    }

    private static void resource(Lines lines, String title, MetricTarget target, @Nullable MetricValueStatus now) {
        if (target.getAverageValue() != null) {
            value(lines, title + ":", current(now, true), target.getAverageValue());
            return;
        }
        boolean known = now != null && now.getAverageUtilization() != null;
        lines.line(
                1,
                title + "  (as a percentage of request):",
                (known
                                ? now.getAverageUtilization() + "% (" + Quantities.canonical(now.getAverageValue())
                                        + ")"
                                : UNKNOWN)
                        + " / "
                        + (target.getAverageUtilization() == null ? "<auto>" : target.getAverageUtilization() + "%"));
    }

    private static void value(Lines lines, String title, @Nullable Quantity current, @Nullable Quantity target) {
        lines.line(
                1,
                title,
                (current == null ? UNKNOWN : Quantities.canonical(current)) + " / "
                        + (target == null ? "0" : Quantities.canonical(target)));
    }

    private static @Nullable Quantity current(@Nullable MetricValueStatus now, boolean average) {
        return now == null ? null : average ? now.getAverageValue() : now.getValue();
    }

    private static void behaviour(Lines lines, String direction, @Nullable HPAScalingRules rules) {
        if (rules == null) {
            return;
        }
        lines.line(1, direction + ":");
        if (rules.getStabilizationWindowSeconds() != null) {
            lines.line(2, "Stabilization Window: " + rules.getStabilizationWindowSeconds() + " seconds");
        }
        if (!rules.getPolicies().isEmpty()) {
            lines.line(2, "Select Policy: " + Objects.requireNonNullElse(rules.getSelectPolicy(), "Max"));
            lines.line(2, "Policies:");
            rules.getPolicies()
                    .forEach(policy -> lines.line(
                            3,
                            "- Type: " + policy.getType(),
                            "Value: " + policy.getValue(),
                            "Period: " + policy.getPeriodSeconds() + " seconds"));
        }
    }

    private static void conditions(Lines lines, List<HorizontalPodAutoscalerCondition> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        lines.line(0, "Conditions:");
        lines.line(1, "Type", "Status", "Reason", "Message").line(1, "----", "------", "------", "-------");
        conditions.forEach(c -> lines.line(1, c.getType(), c.getStatus(), c.getReason(), c.getMessage()));
    }

    private static String quoted(@Nullable String text) {
        return "\"" + Objects.requireNonNullElse(text, "") + "\"";
    }

    private static int number(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }
}
