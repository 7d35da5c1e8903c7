package drydock.sim.kubelet;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a kubelet says of its node: its conditions, whenever they are not what the API server has
/// (`pkg/kubelet/kubelet_node_status.go`), and its lease.
final class NodeReport {

    /// How often a kubelet compares.
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Kubelet kubelet;
    private final String node;
    private final TreeSet<String> pressures = new TreeSet<>();
    private boolean due;
    private boolean unschedulable;

    NodeReport(Kubelet kubelet, String node) {
        this.kubelet = kubelet;
        this.node = node;
    }

    /// The pressures that the node is under, as `DiskPressure`.
    List<String> pressures() {
        return List.copyOf(pressures);
    }

    /// The node is under a pressure, or is not any more; returns whether that is news.
    boolean pressure(String type, boolean holds) {
        boolean news = holds ? pressures.add(type) : pressures.remove(type);
        if (news) {
            write();
        }
        return news;
    }

    /// The kubelet begins, or begins again, to renew its lease.
    void begin() {
        ResourceId id = ResourceId.of(Kinds.LEASE, "kube-node-lease", node);
        ZonedDateTime now = kubelet.now().atZone(ZoneOffset.UTC);
        try {
            Optional<HasMetadata> known = kubelet.api().get(id);
            if (known.isPresent() && known.get() instanceof Lease lease) {
                kubelet.api()
                        .replace(new LeaseBuilder(lease)
                                .editSpec()
                                .withRenewTime(now)
                                .endSpec()
                                .build());
            } else {
                kubelet.api()
                        .create(new LeaseBuilder()
                                .withNewMetadata()
                                .withNamespace(id.namespace())
                                .withName(node)
                                .endMetadata()
                                .withNewSpec()
                                .withHolderIdentity(node)
                                .withLeaseDurationSeconds(40)
                                .withRenewTime(now)
                                .endSpec()
                                .build());
            }
        } catch (ClusterException noNamespace) {
            // as where a cluster has no namespace for leases: the node's status alone speaks for it
            return;
        }
        kubelet.after(kubelet.timing().status(), this::write);
    }

    /// Somebody else has said something of the node: the kubelet sets it right when it compares next.
    void seen(Node seen) {
        if (!due && (!differing(seen).isEmpty() || isUnschedulable(seen) != unschedulable)) {
            due = true;
            kubelet.after(kubelet.timing().within(PERIOD), () -> {
                due = false;
                write();
            });
        }
    }

    void forgetDue() {
        due = false;
    }

    private void write() {
        kubelet.reaching(() -> {
            Optional<HasMetadata> known = kubelet.api().get(ResourceId.of(Kinds.NODE, "", node));
            if (known.isPresent() && known.get() instanceof Node current) {
                List<NodeCondition> news = differing(current);
                if (!news.isEmpty()) {
                    kubelet.api()
                            .replaceStatus(new NodeBuilder(current)
                                    .editStatus()
                                    .withConditions(merged(current, news))
                                    .endStatus()
                                    .build());
                    news.forEach(condition -> tell(current, condition));
                }
                tellIfSchedulable(current);
            }
        });
    }

    /// Says whether new Pods may come, where that is news (`recordNodeSchedulableEvent`).
    private void tellIfSchedulable(Node current) {
        if (isUnschedulable(current) != unschedulable) {
            unschedulable = !unschedulable;
            tell(current, unschedulable ? "NodeNotSchedulable" : "NodeSchedulable");
        }
    }

    private static boolean isUnschedulable(Node node) {
        return node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable());
    }

    private void tell(Node current, NodeCondition condition) {
        tell(
                current,
                switch (condition.getType()) {
                    case "Ready" -> "NodeReady";
                    case "MemoryPressure" ->
                        "True".equals(condition.getStatus()) ? "NodeHasInsufficientMemory" : "NodeHasSufficientMemory";
                    case "DiskPressure" ->
                        "True".equals(condition.getStatus()) ? "NodeHasDiskPressure" : "NodeHasNoDiskPressure";
                    default -> "NodeHasSufficientPID";
                });
    }

    private void tell(Node current, String what) {
        kubelet.api().record(current, "Normal", what, "Node " + node + " status is now: " + what, "");
    }

    private static List<NodeCondition> merged(Node current, List<NodeCondition> news) {
        List<NodeCondition> merged = new ArrayList<>(current.getStatus().getConditions());
        for (NodeCondition condition : news) {
            merged.replaceAll(c -> c.getType().equals(condition.getType()) ? condition : c);
            if (!merged.contains(condition)) {
                merged.add(condition);
            }
        }
        return merged;
    }

    /// The conditions that are not what `current` says they are.
    private List<NodeCondition> differing(Node current) {
        List<NodeCondition> differing = new ArrayList<>();
        for (NodeCondition own : NodeStatuses.conditions(kubelet.now())) {
            NodeCondition now = pressures.contains(own.getType()) ? underPressure(own) : own;
            boolean same = current.getStatus() != null
                    && current.getStatus().getConditions().stream()
                            .anyMatch(c -> c.getType().equals(now.getType())
                                    && now.getStatus().equals(c.getStatus()));
            if (!same) {
                differing.add(now);
            }
        }
        return differing;
    }

    private static NodeCondition underPressure(NodeCondition condition) {
        boolean memory = condition.getType().equals("MemoryPressure");
        return new NodeConditionBuilder(condition)
                .withStatus("True")
                .withReason(memory ? "KubeletHasInsufficientMemory" : "KubeletHasDiskPressure")
                .withMessage(memory ? "kubelet has insufficient memory available" : "kubelet has disk pressure")
                .build();
    }
}
