package drydock.model.validation.project.running;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The labels of nodes, also those that no manifest writes: a kubelet gives its node its name and what it runs on
/// (`pkg/kubelet/kubelet_node_status.go initialNode, updateDefaultLabels`).
final class NodeLabels {

    private static final String LINUX = "linux";

    private NodeLabels() {}

    /// Whether a node has the label, or may have it: what kind of processor it has is not known where nothing says so.
    static boolean has(Node node, Map.Entry<String, String> label) {
        Map<String, String> written = node.getMetadata().getLabels();
        String known = written == null ? null : written.get(label.getKey());
        if (known != null) {
            return known.equals(label.getValue());
        }
        return switch (label.getKey()) {
            case "kubernetes.io/hostname" -> node.getMetadata().getName().equals(label.getValue());
            case "kubernetes.io/os", "beta.kubernetes.io/os" ->
                info(node, NodeSystemInfo::getOperatingSystem).orElse(LINUX).equals(label.getValue());
            case "kubernetes.io/arch", "beta.kubernetes.io/arch" ->
                info(node, NodeSystemInfo::getArchitecture)
                        .map(label.getValue()::equals)
                        .orElse(true);
            default -> false;
        };
    }

    private static Optional<String> info(Node node, Function<NodeSystemInfo, String> part) {
        return Optional.ofNullable(node.getStatus())
                .map(status -> status.getNodeInfo())
                .map(part)
                .filter(text -> !text.isEmpty());
    }
}
