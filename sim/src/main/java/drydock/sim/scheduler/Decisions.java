package drydock.sim.scheduler;

import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The last decisions on each Pod, whichever scheduler made them: they outlive the scheduler's restarts, and of some
/// Pods that are gone they are there for who looks back.
public final class Decisions {

    /// So many tries are kept of a Pod. A try that ends as the one before takes its place.
    public static final int MOST_OF_ONE = 8;

    private static final int MOST_GONE = 500;

    private final Map<ResourceId, List<SchedulingDecision>> byPod = new HashMap<>();
    private final Map<ResourceId, List<SchedulingDecision>> gone = new LinkedHashMap<>();

    /// What was last decided on `pod`; empty if it was never tried or is gone.
    public Optional<SchedulingDecision> on(ResourceId pod) {
        return Optional.ofNullable(byPod.get(pod)).map(List::getLast);
    }

    /// What was decided on `pod`, the oldest first; first on one of its name that is gone, if that is known still.
    public List<SchedulingDecision> all(ResourceId pod) {
        List<SchedulingDecision> all = new ArrayList<>(gone.getOrDefault(pod, List.of()));
        all.addAll(byPod.getOrDefault(pod, List.of()));
        return all;
    }

    void keep(SchedulingDecision decision) {
        // most Pods are decided on once: a list of one costs least
        byPod.merge(decision.pod(), List.of(decision), Decisions::joined);
    }

    void forget(ResourceId pod) {
        List<SchedulingDecision> decided = byPod.remove(pod);
        if (decided != null) {
            gone.remove(pod);
            gone.put(pod, decided);
            if (gone.size() > MOST_GONE) {
                gone.remove(gone.keySet().iterator().next());
            }
        }
    }

    private static List<SchedulingDecision> joined(List<SchedulingDecision> before, List<SchedulingDecision> next) {
        List<SchedulingDecision> joined = new ArrayList<>(before);
        if (joined.getLast().endsAs(next.getFirst())) {
            joined.removeLast();
        }
        joined.addAll(next);
        return List.copyOf(joined.subList(Math.max(0, joined.size() - MOST_OF_ONE), joined.size()));
    }
}
