package drydock.sim.scheduler;

import java.util.List;

/// Why a node cannot take a Pod.
///
/// @param filter the filter that left it out, by the name of the plugin
/// @param reasons in the scheduler's words, as `Insufficient cpu`
/// @param resolvable whether it could if other Pods were gone from it
public record Rejection(String filter, List<String> reasons, boolean resolvable) {

    public Rejection {
        reasons = List.copyOf(reasons);
    }

    /// What other Pods being gone would not change.
    static Rejection forGood(String filter, String reason) {
        return new Rejection(filter, List.of(reason), false);
    }

    static Rejection forNow(String filter, String reason) {
        return new Rejection(filter, List.of(reason), true);
    }
}
