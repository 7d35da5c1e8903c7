package drydock.sim.controller.daemonset;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.util.List;

/// Whether a DaemonSet's Pod belongs on a node (`daemon_controller.go NodeShouldRunDaemonPod`).
///
/// @param runs whether a Pod is to be made there
/// @param stays whether one that is there may stay
record DaemonNodes(boolean runs, boolean stays) {

    static DaemonNodes of(DaemonSet set, Node node) {
        PodSpec spec = set.getSpec().getTemplate().getSpec();
        if (spec.getNodeName() != null
                && !spec.getNodeName().isEmpty()
                && !spec.getNodeName().equals(node.getMetadata().getName())) {
            return new DaemonNodes(false, false);
        }
        List<Toleration> tolerations = DaemonPods.tolerations(spec);
        if (!NodeFit.affinityMatches(spec, node)) {
            return new DaemonNodes(false, false);
        }
        if (!NodeFit.tolerates(tolerations, node, List.of("NoSchedule", "NoExecute"))) {
            return new DaemonNodes(false, NodeFit.tolerates(tolerations, node, List.of("NoExecute")));
        }
        return new DaemonNodes(true, true);
    }
}
