package drydock.sim.scheduler;

/// What happens in a cluster that may let a Pod find a node (`framework.ClusterEvent`).
enum ClusterChange {
    NODE_ADDED,
    NODE_ALLOCATABLE,
    NODE_LABELS,
    NODE_TAINTS,
    POD_PLACED,
    POD_LABELS,
    POD_GONE,
    STORAGE,
    NAMESPACE
}
