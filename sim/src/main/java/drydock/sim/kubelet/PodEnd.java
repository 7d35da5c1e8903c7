package drydock.sim.kubelet;

/// Why a node ends a Pod that nobody has deleted.
///
/// @param reason the reason of the Pod's status, empty if it is not ended so
record PodEnd(String reason, String message) {

    static final PodEnd NONE = new PodEnd("", "");
    static final PodEnd OVERDUE =
            new PodEnd("DeadlineExceeded", "Pod was active on the node longer than the specified deadline");

    /// The node has not enough of something.
    static PodEnd evicted(String why) {
        return new PodEnd("Evicted", why);
    }

    /// Whether the Pod counts as failed from the moment on that its end is decided, though it runs on for a while.
    boolean failsAtOnce() {
        return this.equals(OVERDUE);
    }

    /// Whether it is one of those disruptions that a Job need not count.
    boolean disrupts() {
        return reason.equals("Evicted");
    }
}
