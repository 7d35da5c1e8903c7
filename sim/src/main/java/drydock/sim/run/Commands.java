package drydock.sim.run;

import drydock.model.cluster.Cluster;
import drydock.sim.Simulation;
import drydock.sim.kubectl.FileReader;
import drydock.sim.script.CommandRunner;

/// Makes what runs the lines of a console.
@FunctionalInterface
public interface Commands {

    /// Makes it for one simulation.
    ///
    /// @param written the same cluster, for what is written later than a command began, as when a text was edited
    /// @param files what `-f` may read
    CommandRunner on(Simulation simulation, Cluster written, FileReader files);
}
