package drydock.sim.scheduler;

import java.util.List;

/// Why a node cannot take a Pod.
///
/// @param reasons in the scheduler's words, as `Insufficient cpu`
/// @param resolvable whether it could if other Pods were gone from it
record Rejection(List<String> reasons, boolean resolvable) {

    Rejection {
        reasons = List.copyOf(reasons);
    }

    static Rejection forGood(String reason) {
        return new Rejection(List.of(reason), false);
    }
}
