package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerSpec;
import io.fabric8.kubernetes.api.model.ReplicationControllerStatus;
import java.util.List;
import java.util.Objects;

/// A ReplicationController (`describe.go describeReplicationController`).
final class ReplicationControllerDescription {

    private ReplicationControllerDescription() {}

    static void of(Lines lines, Cluster cluster, ReplicationController controller) {
        ReplicationControllerSpec spec = controller.getSpec();
        ReplicationControllerStatus status =
                controller.getStatus() == null ? new ReplicationControllerStatus() : controller.getStatus();
        LabelSelector selector = LabelSelector.ofLabels(spec.getSelector());
        Metadata.name(lines, controller);
        lines.field(0, "Selector", ConditionLines.selector(selector));
        Metadata.labelsAndAnnotations(lines, controller.getMetadata());
        lines.field(
                0,
                "Replicas",
                Objects.requireNonNullElse(status.getReplicas(), 0) + " current / "
                        + Objects.requireNonNullElse(spec.getReplicas(), 0) + " desired");
        lines.field(0, "Pods Status", PodPhases.of(cluster, controller, selector));
        if (spec.getTemplate() != null) {
            PlacementLines.template(lines, spec.getTemplate());
        }
        List<ConditionLines.Condition> conditions = status.getConditions().stream()
                .map(c -> new ConditionLines.Condition(c.getType(), c.getStatus(), c.getReason()))
                .toList();
        ConditionLines.of(lines, conditions);
        EventLines.of(lines, cluster, controller);
    }
}
