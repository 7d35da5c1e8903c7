package drydock.sim.kubelet;

import drydock.sim.container.Call;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import java.util.Objects;

/// What the hooks of a container's life have in common.
final class Hooks {

    private static final int HTTP = 80;

    private Hooks() {}

    /// The request that a hook sends to its own Pod.
    static Call call(PodWorker worker, HTTPGetAction get) {
        Integer port = get.getPort().getIntVal();
        return Call.get(
                worker.runtime().network().address(),
                port == null ? HTTP : port,
                Objects.requireNonNullElse(get.getPath(), "/"));
    }
}
