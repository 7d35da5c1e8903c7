package drydock.sim.kubectl;

import java.util.Set;

/// One verb of kubectl.
interface Verb {

    /// The flags it takes beside `--namespace`, by their long names.
    Set<String> flags();

    /// Does it; ends by telling `done`, now or later.
    ///
    /// @throws CommandFailure if it cannot be done
    /// @throws drydock.model.cluster.ClusterException if the cluster refuses
    void run(Invocation command);
}
