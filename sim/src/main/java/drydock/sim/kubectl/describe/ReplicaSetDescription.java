package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import java.util.List;
import java.util.Objects;

/// A ReplicaSet (`describe.go describeReplicaSet`).
final class ReplicaSetDescription {

    private ReplicaSetDescription() {}

    static void of(Lines lines, Cluster cluster, ReplicaSet set) {
        ReplicaSetSpec spec = set.getSpec();
        ReplicaSetStatus status = set.getStatus() == null ? new ReplicaSetStatus() : set.getStatus();
        LabelSelector selector = LabelSelector.of(spec.getSelector());
        Metadata.name(lines, set);
        lines.field(0, "Selector", ConditionLines.selector(selector));
        Metadata.labelsAndAnnotations(lines, set.getMetadata());
        Metadata.controlledBy(lines, set);
        lines.field(
                0,
                "Replicas",
                Objects.requireNonNullElse(status.getReplicas(), 0) + " current / "
                        + Objects.requireNonNullElse(spec.getReplicas(), 0) + " desired");
        lines.field(0, "Pods Status", PodPhases.of(cluster, set, selector));
        if (spec.getTemplate() != null) {
            PlacementLines.template(lines, spec.getTemplate());
        }
        List<ConditionLines.Condition> conditions = status.getConditions().stream()
                .map(c -> new ConditionLines.Condition(c.getType(), c.getStatus(), c.getReason()))
                .toList();
        ConditionLines.of(lines, conditions);
        EventLines.of(lines, cluster, set);
    }
}
