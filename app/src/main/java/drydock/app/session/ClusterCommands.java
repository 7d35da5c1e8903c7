package drydock.app.session;

import drydock.model.cluster.Cluster;
import drydock.sim.kubectl.Timer;
import drydock.sim.script.CommandRunner;

/// Makes what runs the console's commands.
@FunctionalInterface
public interface ClusterCommands {

    /// What runs commands on `cluster`.
    ///
    /// @param namespace the namespace of what names none
    /// @param timer what commands that wait are timed by
    CommandRunner on(Cluster cluster, String namespace, Timer timer);
}
