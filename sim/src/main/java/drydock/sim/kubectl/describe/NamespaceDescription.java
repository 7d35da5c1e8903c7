package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceCondition;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.List;

/// A namespace with its quotas and limits (`describe.go describeNamespace`).
final class NamespaceDescription {

    private NamespaceDescription() {}

    static void of(Lines lines, Cluster cluster, Namespace space) {
        String name = space.getMetadata().getName();
        lines.field(0, "Name", name);
        Metadata.labelsAndAnnotations(lines, space.getMetadata());
        lines.field(
                0, "Status", space.getStatus() == null ? "" : space.getStatus().getPhase());
        if (space.getStatus() != null) {
            conditions(lines, space.getStatus().getConditions());
        }
        lines.line(0);
        LimitDescription.quotas(
                lines,
                cluster.list(Query.in(Kinds.RESOURCE_QUOTA, name)).stream()
                        .map(ResourceQuota.class::cast)
                        .toList());
        lines.line(0);
        LimitDescription.limits(
                lines,
                cluster.list(Query.in(Kinds.LIMIT_RANGE, name)).stream()
                        .map(LimitRange.class::cast)
                        .toList());
    }

    private static void conditions(Lines lines, List<NamespaceCondition> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        lines.line(0, "Conditions:");
        lines.line(1, "Type", "Status", "LastTransitionTime", "Reason", "Message");
        lines.line(1, "----", "------", "------------------", "------", "-------");
        conditions.forEach(c -> lines.line(
                1,
                c.getType(),
                c.getStatus(),
                Metadata.date(c.getLastTransitionTime()),
                c.getReason(),
                c.getMessage()));
    }
}
