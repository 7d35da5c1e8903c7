package drydock.sim.run;

import drydock.sim.Simulation;
import drydock.sim.kubectl.FileReader;
import drydock.sim.script.CommandRunner;

/// Makes what runs the lines of a console.
@FunctionalInterface
public interface Commands {

    /// Makes it for one simulation.
    ///
    /// @param files what `-f` may read
    CommandRunner on(Simulation simulation, FileReader files);
}
