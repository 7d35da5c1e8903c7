package drydock.app.timeline;

import java.time.Duration;

/// The time of a simulation, which can be gone on with, forked and begun again.
public interface SimulationTime extends PlayedTime {

    /// Shows the cluster as it was at a moment; a moment to come is run to as fast as it goes.
    @Override
    void goTo(Duration moment);

    /// Runs as fast as it goes until a goal is met, at most a simulated hour, and stops there.
    void runUntil(Goal goal);

    /// Begins again at the start, with the project as it is now.
    void restart();

    /// Goes on from the moment that is seen as a run of its own; this one stays beside it.
    void fork();

    /// The runs that stand beside each other.
    Branches branches();
}
