package drydock.app.session;

import drydock.model.resource.ResourceId;
import java.time.Duration;
import java.util.Optional;

/// A component of a cluster, as it is at the moment that is seen.
///
/// @param name as `kube-scheduler`; all kubelets are one, `kubelet`
/// @param state whether it is at work
/// @param count how many programs it stands for
/// @param down how many of them are not at work
/// @param lag how much later it hears of changes, zero unless it was delayed
/// @param last what it did last
public record Component(String name, State state, int count, int down, Duration lag, Optional<Act> last) {

    public enum State {
        AT_WORK,
        STOPPED,
        /// It runs and reaches nobody.
        CUT_OFF,
        DELAYED,
        /// Of a moment in the past it is not known.
        UNKNOWN
    }

    /// Something that was done.
    ///
    /// @param number grows with every change of the cluster: the greatest is the last
    /// @param by which of its parts did it, as `replicaset-controller`
    public record Act(long number, Duration at, String by, Reason.Verb verb, ResourceId object) {}
}
