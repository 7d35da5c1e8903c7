package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.Kinds;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A node, and what of it is asked for (`describe.go describeNode`).
final class NodeDescription {

    private static final String ROLE_PREFIX = "node-role.kubernetes.io/";

    private NodeDescription() {}

    static void of(Lines lines, Cluster cluster, Node node) {
        NodeStatus status = node.getStatus() == null ? new NodeStatus() : node.getStatus();
        lines.field(0, "Name", node.getMetadata().getName());
        lines.field(0, "Roles", roles(node));
        Metadata.labelsAndAnnotations(lines, node.getMetadata());
        lines.field(0, "CreationTimestamp", Metadata.date(node.getMetadata().getCreationTimestamp()));
        lines.column(0, "Taints", taints(node));
        lines.field(0, "Unschedulable", Boolean.TRUE.equals(node.getSpec().getUnschedulable()));
        lease(lines, cluster, node);
        conditions(lines, status.getConditions());
        lines.line(0, "Addresses:");
        status.getAddresses().forEach(address -> lines.field(1, address.getType(), address.getAddress()));
        amounts(lines, "Capacity", status.getCapacity());
        amounts(lines, "Allocatable", status.getAllocatable());
        systemInfo(lines, status.getNodeInfo() == null ? new NodeSystemInfo() : status.getNodeInfo());
        lines.fieldIfAny(0, "PodCIDR", node.getSpec().getPodCIDR());
        lines.fieldIfAny(0, "PodCIDRs", String.join(",", node.getSpec().getPodCIDRs()));
        lines.fieldIfAny(0, "ProviderID", node.getSpec().getProviderID());
        NodeAmounts.of(lines, cluster, node);
        EventLines.of(lines, cluster, node);
    }

    private static String roles(Node node) {
        Set<String> roles = new TreeSet<>();
        Metadata.sorted(node.getMetadata().getLabels()).forEach((key, value) -> {
            if (key.startsWith(ROLE_PREFIX) && key.length() > ROLE_PREFIX.length()) {
                roles.add(key.substring(ROLE_PREFIX.length()));
            } else if (key.equals("kubernetes.io/role") && !value.isEmpty()) {
                roles.add(value);
            }
        });
        return roles.isEmpty() ? Lines.NONE : String.join(",", roles);
    }

    private static List<String> taints(Node node) {
        List<Taint> taints = new ArrayList<>(node.getSpec().getTaints());
        taints.sort(Comparator.comparing(taint -> taint.getEffect() + "," + taint.getKey()));
        return taints.stream()
                .map(taint -> taint.getKey()
                        + (taint.getValue() == null || taint.getValue().isEmpty() ? "" : "=" + taint.getValue())
                        + ":" + taint.getEffect())
                .toList();
    }

    private static void lease(Lines lines, Cluster cluster, Node node) {
        String name = node.getMetadata().getName();
        Optional<Lease> lease =
                cluster.get(ResourceId.of(Kinds.LEASE, "kube-node-lease", name)).map(Lease.class::cast);
        if (lease.isEmpty()) {
            lines.field(0, "Lease", "Failed to get lease: leases.coordination.k8s.io \"" + name + "\" not found");
            return;
        }
        var spec = lease.get().getSpec();
        lines.line(0, "Lease:");
        lines.field(
                1,
                "HolderIdentity",
                spec == null ? "<unset>" : Objects.requireNonNullElse(spec.getHolderIdentity(), "<unset>"));
        lines.field(1, "AcquireTime", time(spec == null ? null : spec.getAcquireTime()));
        lines.field(1, "RenewTime", time(spec == null ? null : spec.getRenewTime()));
    }

    private static String time(@Nullable ZonedDateTime time) {
        return time == null ? "<unset>" : Metadata.date(time.toInstant().toString());
    }

    private static void conditions(Lines lines, List<NodeCondition> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        lines.line(0, "Conditions:");
        lines.line(1, "Type", "Status", "LastHeartbeatTime", "LastTransitionTime", "Reason", "Message");
        lines.line(1, "----", "------", "-----------------", "------------------", "------", "-------");
        conditions.forEach(c -> lines.line(
                1,
                c.getType() + " ",
                c.getStatus() + " ",
                Metadata.date(c.getLastHeartbeatTime()) + " ",
                Metadata.date(c.getLastTransitionTime()) + " ",
                Objects.requireNonNullElse(c.getReason(), "") + " ",
                c.getMessage()));
    }

    private static void amounts(Lines lines, String title, @Nullable Map<String, Quantity> amounts) {
        if (amounts == null || amounts.isEmpty()) {
            return;
        }
        lines.line(0, title + ":");
        new TreeMap<>(amounts).forEach((name, amount) -> lines.field(1, name, Quantities.canonical(amount)));
    }

    private static void systemInfo(Lines lines, NodeSystemInfo info) {
        lines.line(0, "System Info:");
        lines.field(1, "Machine ID", info.getMachineID());
        lines.field(1, "System UUID", info.getSystemUUID());
        lines.field(1, "Boot ID", info.getBootID());
        lines.field(1, "Kernel Version", info.getKernelVersion());
        lines.field(1, "OS Image", info.getOsImage());
        lines.field(1, "Operating System", info.getOperatingSystem());
        lines.field(1, "Architecture", info.getArchitecture());
        lines.field(1, "Container Runtime Version", info.getContainerRuntimeVersion());
        lines.field(1, "Kubelet Version", info.getKubeletVersion());
    }
}
