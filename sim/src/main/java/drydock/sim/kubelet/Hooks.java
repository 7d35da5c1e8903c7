package drydock.sim.kubelet;

import drydock.sim.container.Call;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.Objects;

/// What the hooks of a container's life have in common (`pkg/kubelet/lifecycle/handlers.go`).
final class Hooks {

    private Hooks() {}

    /// The request that a hook sends, to its own Pod unless it names another host. Any answer will do, whatever its
    /// status.
    static Call call(PodWorker worker, Container container, HTTPGetAction get) {
        String host = Objects.requireNonNullElse(get.getHost(), "");
        return Call.get(
                host.isEmpty() ? worker.runtime().network().address() : host,
                port(container, get.getPort()),
                Objects.requireNonNullElse(get.getPath(), "/"));
    }

    /// The number of a port of `container` that is given by number or by name; 0 if it has none of that name.
    static int port(Container container, IntOrString port) {
        if (port.getIntVal() != null) {
            return port.getIntVal();
        }
        return container.getPorts().stream()
                .filter(p -> Objects.equals(port.getStrVal(), p.getName()))
                .map(ContainerPort::getContainerPort)
                .findFirst()
                .orElse(0);
    }
}
