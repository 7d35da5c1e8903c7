package drydock.sim.controller.node;

import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.TreeMap;

/// Tells of nodes that have come and gone
/// (`node_lifecycle_controller.go monitorNodeHealth`, `controller/util/node RecordNodeEvent`).
final class NodeNews {

    private final ApiServer api;
    private final TreeMap<String, Node> known = new TreeMap<>();

    NodeNews(ApiServer api) {
        this.api = api;
    }

    /// Looks which of `nodes` are new, and which are gone since the last look.
    void tell(Informer<Node> nodes) {
        for (Node node : List.copyOf(nodes.all())) {
            if (known.put(Nodes.name(node), node) == null) {
                tell(node, "RegisteredNode", "Registered Node " + Nodes.name(node) + " in Controller");
            }
        }
        for (Node node : List.copyOf(known.values())) {
            if (nodes.get(ResourceId.of(node)).isEmpty()) {
                tell(node, "RemovingNode", "Removing Node " + Nodes.name(node) + " from Controller");
                known.remove(Nodes.name(node));
            }
        }
    }

    private void tell(Node node, String reason, String what) {
        api.record(node, "Normal", reason, "Node " + Nodes.name(node) + " event: " + what, "");
    }
}
