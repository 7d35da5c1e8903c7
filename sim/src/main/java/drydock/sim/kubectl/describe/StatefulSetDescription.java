package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.List;
import java.util.Objects;

/// A StatefulSet (`describe.go describeStatefulSet`).
final class StatefulSetDescription {

    private StatefulSetDescription() {}

    static void of(Lines lines, Cluster cluster, StatefulSet set) {
        StatefulSetSpec spec = set.getSpec();
        LabelSelector selector = LabelSelector.of(spec.getSelector());
        Metadata.name(lines, set);
        lines.field(0, "CreationTimestamp", Metadata.date(set.getMetadata().getCreationTimestamp()));
        lines.field(0, "Selector", ConditionLines.selector(selector));
        Metadata.labelsAndAnnotations(lines, set.getMetadata());
        Integer current = set.getStatus() == null ? null : set.getStatus().getReplicas();
        lines.field(
                0,
                "Replicas",
                Objects.requireNonNullElse(spec.getReplicas(), 1) + " desired | "
                        + Objects.requireNonNullElse(current, 0) + " total");
        update(lines, spec);
        lines.field(0, "Pods Status", PodPhases.of(cluster, set, selector));
        PlacementLines.template(lines, spec.getTemplate());
        claims(lines, spec.getVolumeClaimTemplates());
        EventLines.of(lines, cluster, set);
    }

    private static void update(Lines lines, StatefulSetSpec spec) {
        if (spec.getUpdateStrategy() == null) {
            return;
        }
        lines.field(0, "Update Strategy", spec.getUpdateStrategy().getType());
        RollingUpdateStatefulSetStrategy rolling = spec.getUpdateStrategy().getRollingUpdate();
        if (rolling != null) {
            lines.field(1, "Partition", Objects.requireNonNullElse(rolling.getPartition(), 0));
            if (rolling.getMaxUnavailable() != null) {
                lines.field(1, "MaxUnavailable", ProbeText.port(rolling.getMaxUnavailable()));
            }
        }
    }

    private static void claims(Lines lines, List<PersistentVolumeClaim> templates) {
        if (templates.isEmpty()) {
            lines.field(0, "Volume Claims", Lines.NONE);
            return;
        }
        lines.line(0, "Volume Claims:");
        for (PersistentVolumeClaim template : templates) {
            lines.field(1, "Name", template.getMetadata().getName());
            lines.field(1, "StorageClass", template.getSpec().getStorageClassName());
            Metadata.labels(lines, 1, "Labels", template.getMetadata().getLabels());
            Metadata.annotations(lines, 1, template.getMetadata().getAnnotations());
            lines.field(
                    1,
                    "Capacity",
                    ClaimDescription.storage(template.getSpec().getResources().getRequests()));
            lines.field(
                    1, "Access Modes", "[" + String.join(" ", template.getSpec().getAccessModes()) + "]");
        }
    }
}
