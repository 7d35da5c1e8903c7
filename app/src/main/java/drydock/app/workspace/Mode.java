package drydock.app.workspace;

/// Which cluster a project is looked at with.
public enum Mode {
    /// None: what is drawn is what the manifests say.
    DESIGN,
    /// The built-in simulation.
    SIMULATION,
    /// A real cluster.
    LIVE
}
