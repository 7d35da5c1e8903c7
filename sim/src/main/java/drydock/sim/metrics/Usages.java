package drydock.sim.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/// What running containers use at this moment, as the kubelets tell the metrics server.
@FunctionalInterface
public interface Usages {

    /// Nothing is known of any Pod.
    Usages NONE = _ -> Map.of();

    /// For how long the use of CPU may go on changing after [#follow] has told of a Pod.
    Duration UNSTEADY = Duration.ofSeconds(15);

    /// What each running container of the Pod with this uid uses, by the containers' names; empty if none is known.
    Map<String, Usage> of(String podUid);

    /// Tells `follower` the uid of each Pod whose use of CPU may be another from now on, and change for [#UNSTEADY].
    default void follow(Consumer<String> follower) {
        // nothing is known that could change
    }

    /// What one container uses.
    ///
    /// @param milliCpu thousandths of a CPU
    /// @param memoryBytes the working set
    record Usage(long milliCpu, long memoryBytes) {}
}
