package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;

/// What a kubelet goes by when it tells the API how a Pod is.
///
/// @param pod the Pod as the API has it
/// @param view what is known of its sandbox and its containers
/// @param ending whether a terminal phase may be written
/// @param end why its node ends it
record PodReport(Pod pod, PodView view, boolean ending, PodEnd end) {

    /// Whether nothing has happened since `before` was told: to work the status out again would give the same.
    @SuppressWarnings("ReferenceEquality") // versions of a Pod are never changed
    boolean saysTheSameAs(PodReport before) {
        return pod == before.pod && ending == before.ending && end.equals(before.end) && view.equals(before.view);
    }

    /// The same of the Pod as the API has it after it was told.
    PodReport of(Pod stored) {
        return new PodReport(stored, view, ending, end);
    }

    /// The Pod's status, where `hostIp` is the node's address.
    PodStatus status(String hostIp, Instant now) {
        boolean ended = !end.equals(PodEnd.NONE) && (ending || end.failsAtOnce());
        PodPhase phase = ended ? PodPhase.FAILED : PodPhase.of(pod, view);
        PodStatus status = PodStatuses.compute(pod, view, phase, hostIp, ending, now);
        if (end.disrupts()) {
            status = PodStatuses.disrupted(status, end, now);
        }
        return ending && ended ? PodStatuses.ended(status, end) : status;
    }
}
