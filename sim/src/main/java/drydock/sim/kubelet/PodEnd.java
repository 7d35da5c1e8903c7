package drydock.sim.kubelet;

/// Why a node ends a Pod that nobody has deleted.
///
/// @param reason the reason of the Pod's status, empty if it is not ended so
/// @param disrupts whether it is one of those disruptions that a Job need not count
record PodEnd(String reason, String message, boolean disrupts) {

    static final PodEnd NONE = new PodEnd("", "", false);
    static final PodEnd OVERDUE =
            new PodEnd("DeadlineExceeded", "Pod was active on the node longer than the specified deadline", false);

    /// The node has not enough of something.
    static PodEnd evicted(String why) {
        return new PodEnd("Evicted", why, true);
    }

    /// The Pod has taken more than it may: that is its own doing (`eviction_manager.go evictPod` gets no condition).
    static PodEnd beyondLimit(String why) {
        return new PodEnd("Evicted", why, false);
    }

    /// Whether the Pod counts as failed from the moment on that its end is decided, though it runs on for a while.
    boolean failsAtOnce() {
        return this.equals(OVERDUE);
    }
}
