package drydock.sim.scheduler;

import java.util.List;

/// A try to find a node for a Pod: the Pod, and the cluster as it is or as it would be.
///
/// @param nodes all nodes, whether they may take the Pod or not
/// @param anyKeepsApart whether a Pod on one of them must not be near some others
/// @param anyHasAffinity whether a Pod on one of them says anything of others
/// @param view the cluster as it is
/// @param objects what else there is in the cluster
record Attempt(
        PodInfo pod,
        List<NodeInfo> nodes,
        boolean anyKeepsApart,
        boolean anyHasAffinity,
        ClusterView view,
        ClusterObjects objects) {

    static Attempt at(PodInfo pod, ClusterView view, ClusterObjects objects) {
        return new Attempt(pod, view.nodes(), view.anyKeepsApart(), view.anyHasAffinity(), view, objects);
    }

    /// The same where `node` takes the place of the one of its name.
    Attempt with(NodeInfo node) {
        List<NodeInfo> others =
                nodes.stream().map(n -> n.name().equals(node.name()) ? node : n).toList();
        return new Attempt(pod, others, true, true, view, objects);
    }
}
