package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A DaemonSet (`describe.go describeDaemonSet`).
final class DaemonSetDescription {

    private DaemonSetDescription() {}

    static void of(Lines lines, Cluster cluster, DaemonSet set) {
        DaemonSetStatus status = Objects.requireNonNullElseGet(set.getStatus(), DaemonSetStatus::new);
        LabelSelector selector = LabelSelector.of(set.getSpec().getSelector());
        Metadata.name(lines, set);
        lines.field(0, "Selector", ConditionLines.selector(selector));
        lines.field(
                0, "Node-Selector", pairs(set.getSpec().getTemplate().getSpec().getNodeSelector()));
        Metadata.labelsAndAnnotations(lines, set.getMetadata());
        count(lines, "Desired Number of Nodes Scheduled", status.getDesiredNumberScheduled());
        count(lines, "Current Number of Nodes Scheduled", status.getCurrentNumberScheduled());
        count(lines, "Number of Nodes Scheduled with Up-to-date Pods", status.getUpdatedNumberScheduled());
        count(lines, "Number of Nodes Scheduled with Available Pods", status.getNumberAvailable());
        count(lines, "Number of Nodes Misscheduled", status.getNumberMisscheduled());
        lines.field(0, "Pods Status", PodPhases.of(cluster, set, selector));
        PlacementLines.template(lines, set.getSpec().getTemplate());
        EventLines.of(lines, cluster, set);
    }

    private static void count(Lines lines, String name, @Nullable Integer value) {
        lines.line(0, name + ": " + Objects.requireNonNullElse(value, 0));
    }

    private static String pairs(@Nullable Map<String, String> labels) {
        Map<String, String> sorted = Metadata.sorted(labels);
        return sorted.isEmpty()
                ? Lines.NONE
                : sorted.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(","));
    }
}
