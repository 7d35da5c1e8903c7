package drydock.sim.metrics;

import java.util.Map;

/// What running containers use at this moment, as the kubelets tell the metrics server.
@FunctionalInterface
public interface Usages {

    /// Nothing is known of any Pod.
    Usages NONE = _ -> Map.of();

    /// What each running container of the Pod with this uid uses, by the containers' names; empty if none is known.
    Map<String, Usage> of(String podUid);

    /// What one container uses.
    ///
    /// @param milliCpu thousandths of a CPU
    /// @param memoryBytes the working set
    record Usage(long milliCpu, long memoryBytes) {}
}
