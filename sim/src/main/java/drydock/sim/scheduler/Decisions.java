package drydock.sim.scheduler;

import drydock.model.resource.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The last decision on every Pod that is there, whichever scheduler made it: it outlives the scheduler's restarts.
public final class Decisions {

    private final Map<ResourceId, SchedulingDecision> byPod = new HashMap<>();

    /// What was last decided on `pod`; empty if it was never tried.
    public Optional<SchedulingDecision> on(ResourceId pod) {
        return Optional.ofNullable(byPod.get(pod));
    }

    void keep(SchedulingDecision decision) {
        byPod.put(decision.pod(), decision);
    }

    void forget(ResourceId pod) {
        byPod.remove(pod);
    }
}
