package drydock.sim.taking;

import drydock.sim.SimulationOptions;
import java.util.List;

/// What was taken of a cluster.
///
/// @param options what the simulation begins with
/// @param lostNodes the nodes that were not ready, which are to be lost in the simulation, too
/// @param remarks what is otherwise than it was
public record Taken(SimulationOptions options, List<String> lostNodes, List<Remark> remarks) {

    public Taken {
        lostNodes = List.copyOf(lostNodes);
        remarks = List.copyOf(remarks);
    }
}
