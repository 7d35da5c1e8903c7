package drydock.sim.load;

import java.util.OptionalDouble;

/// How busy something is at a moment.
///
/// @param milliCpu what the containers of its Pods use, in thousandths of a CPU
/// @param requestedMilliCpu what they have asked for
/// @param pods how many Pods it has that have not ended
/// @param requests how many come to it a second
/// @param errors how many of them fail
/// @param targetShare the share of what was asked for that an autoscaler wants to be used
public record Load(
        long milliCpu,
        long requestedMilliCpu,
        int pods,
        int ready,
        double requests,
        double errors,
        OptionalDouble targetShare) {

    static final Load NONE = new Load(0, 0, 0, 0, 0, 0, OptionalDouble.empty());

    /// With what the Pods of `other` are, ask for and use.
    Load with(Load other) {
        return plus(other, 1);
    }

    /// Without what the Pods of `other` were, asked for and used.
    Load without(Load other) {
        return plus(other, -1);
    }

    private Load plus(Load other, int sign) {
        return new Load(
                milliCpu + sign * other.milliCpu,
                requestedMilliCpu + sign * other.requestedMilliCpu,
                pods + sign * other.pods,
                ready + sign * other.ready,
                requests,
                errors,
                targetShare);
    }

    Load plusRequest(double share, boolean failed) {
        return new Load(
                milliCpu, requestedMilliCpu, pods, ready, requests + share, errors + (failed ? share : 0), targetShare);
    }

    Load aimedAt(OptionalDouble share) {
        return new Load(milliCpu, requestedMilliCpu, pods, ready, requests, errors, share);
    }
}
