package drydock.app.cli;

import drydock.model.project.Project;
import drydock.sim.SimulationOptions;
import picocli.CommandLine.Option;

/// What a simulated cluster is like, for all commands that make one.
final class SimulatedCluster {

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "run.seed")
    private long seed = 1;

    @Option(names = "--nodes", paramLabel = "3", descriptionKey = "run.nodes")
    private int nodes = 3;

    @Option(names = "--offline", descriptionKey = "run.offline")
    private boolean offline;

    /// With the nodes that the project has, or as many as are wanted.
    SimulationOptions of(Project project) {
        return SimulationOptions.DEFAULT.withSeed(seed).withOffline(offline).withNodesOf(project.objects(), nodes);
    }
}
