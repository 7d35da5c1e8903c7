package drydock.app.timeline;

/// What a simulation can be run until.
public enum Goal {
    /// Every workload has as many ready Pods as it is to have.
    AVAILABLE,
    /// Something goes wrong: a warning, a Pod that fails.
    FAILURE,
    /// Nothing has changed for half a minute but heartbeats.
    QUIET
}
