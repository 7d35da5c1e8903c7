package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeStatusBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a kubelet says of its node when it registers it: whatever the Node object leaves out.
final class NodeStatuses {

    private static final String VERSION = "v1.36.2";

    private NodeStatuses() {}

    /// `node` with labels, address range, addresses, capacity, conditions and versions filled in.
    ///
    /// @param index the node's place among all, from 0; addresses follow from it
    static Node complete(Node node, int index, Instant now) {
        String name = node.getMetadata().getName();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("kubernetes.io/arch", "amd64");
        labels.put("kubernetes.io/hostname", name);
        labels.put("kubernetes.io/os", "linux");
        if (node.getMetadata().getLabels() != null) {
            labels.putAll(node.getMetadata().getLabels());
        }
        Node whole = new NodeBuilder(node)
                .editMetadata()
                .withLabels(labels)
                .endMetadata()
                .editOrNewSpec()
                .endSpec()
                .withStatus(status(node, name, index, now))
                .build();
        return whole.getSpec().getPodCIDR() != null
                ? whole
                : new NodeBuilder(whole)
                        .editSpec()
                        .withPodCIDR(range(index))
                        .withPodCIDRs(range(index))
                        .endSpec()
                        .build();
    }

    /// The node's address for Pods on its network and for the cluster.
    static String address(Node node) {
        return node.getStatus().getAddresses().stream()
                .filter(a -> a.getType().equals("InternalIP"))
                .map(NodeAddress::getAddress)
                .findFirst()
                .orElse("127.0.0.1");
    }

    /// From 10.244 on; what is beyond 10.255 begins behind the addresses of Services.
    static String range(int index) {
        int block = index / 256;
        return "10." + (block < 12 ? 244 + block : 112 + block - 12) + "." + index % 256 + ".0/24";
    }

    private static NodeStatus status(Node node, String name, int index, Instant now) {
        NodeStatus given = node.getStatus() == null ? new NodeStatus() : node.getStatus();
        NodeStatusBuilder status = new NodeStatusBuilder(given);
        Map<String, Quantity> capacity =
                withDisk(given.getCapacity() == null || given.getCapacity().isEmpty() ? usual() : given.getCapacity());
        status.withCapacity(capacity);
        if (given.getAllocatable() == null || given.getAllocatable().isEmpty()) {
            status.withAllocatable(capacity);
        } else {
            status.withAllocatable(withDisk(given.getAllocatable()));
        }
        if (given.getAddresses().isEmpty()) {
            int host = index + 10;
            boolean addressed = name.matches("\\d{1,3}(\\.\\d{1,3}){3}");
            String ip = addressed ? name : host < 255 ? "192.0.2." + host : "198.18." + host / 256 + "." + host % 256;
            status.withAddresses(new NodeAddress(ip, "InternalIP"), new NodeAddress(name, "Hostname"));
        }
        if (given.getConditions().isEmpty()) {
            status.withConditions(conditions(now));
        }
        if (given.getNodeInfo() == null) {
            status.withNewNodeInfo()
                    .withArchitecture("amd64")
                    .withOperatingSystem("linux")
                    .withOsImage("Debian GNU/Linux 12 (bookworm)")
                    .withKernelVersion("6.1.0")
                    .withContainerRuntimeVersion("containerd://2.1.4")
                    .withKubeletVersion(VERSION)
                    .withKubeProxyVersion("")
                    .withBootID("")
                    .withMachineID(Digests.of(name).substring(0, 32))
                    .withSystemUUID("")
                    .endNodeInfo();
        }
        return status.build();
    }

    private static Map<String, Quantity> usual() {
        Map<String, Quantity> usual = new LinkedHashMap<>();
        usual.put("cpu", new Quantity("4"));
        usual.put("memory", new Quantity("8Gi"));
        usual.put("pods", new Quantity("110"));
        return usual;
    }

    /// A kubelet measures its node's disk itself, so that it always says one.
    private static Map<String, Quantity> withDisk(Map<String, Quantity> capacity) {
        Map<String, Quantity> whole = new LinkedHashMap<>(capacity);
        whole.putIfAbsent("ephemeral-storage", new Quantity("100Gi"));
        return whole;
    }

    /// What a kubelet says of a node that is well.
    static List<NodeCondition> conditions(Instant now) {
        return List.of(
                condition(
                        "MemoryPressure",
                        "False",
                        "KubeletHasSufficientMemory",
                        "kubelet has sufficient memory available",
                        now),
                condition("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure", now),
                condition(
                        "PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available", now),
                condition("Ready", "True", "KubeletReady", "kubelet is posting ready status", now));
    }

    private static NodeCondition condition(String type, String status, String reason, String message, Instant now) {
        return new NodeConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .withLastHeartbeatTime(Times.format(now))
                .withLastTransitionTime(Times.format(now))
                .build();
    }
}
