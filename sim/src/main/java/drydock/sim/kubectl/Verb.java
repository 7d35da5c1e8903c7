package drydock.sim.kubectl;

import java.util.List;

/// One verb of kubectl.
interface Verb {

    /// The flags it takes beside `--namespace`.
    List<Flag> flags();

    /// How it is used, without `kubectl`, one line a way: `get TYPE [NAME ...]`.
    List<String> usage();

    /// Does it; ends by telling `done`, now or later.
    ///
    /// @throws CommandFailure if it cannot be done
    /// @throws drydock.model.cluster.ClusterException if the cluster refuses
    void run(Invocation command);
}
