package drydock.sim.kubectl;

import java.time.Duration;

/// Lets something happen later, in the time of the cluster that the commands are for.
@FunctionalInterface
public interface Timer {

    /// Knows no time: what waits, waits until it has come.
    Timer NONE = (_, _) -> {};

    void after(Duration delay, Runnable action);
}
