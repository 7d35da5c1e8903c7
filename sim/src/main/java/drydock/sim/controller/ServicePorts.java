package drydock.sim.controller;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the ports of a Service lead on a Pod.
///
/// The Pods behind a Service mostly have the same: those are one list, so that comparing them costs nothing.
final class ServicePorts {

    /// A port that a Service leads to on a Pod.
    ///
    /// @param name the Service port's name, empty if it has none
    record Target(
            String name,
            int port,
            String protocol,
            @Nullable String appProtocol) {}

    private final Map<List<Target>, List<Target>> known = new HashMap<>();

    /// Where the ports of `service` lead on `pod`; a named port that the Pod does not have leads nowhere.
    List<Target> of(Service service, Pod pod) {
        return known.computeIfAbsent(targets(service, pod), targets -> targets);
    }

    private static List<Target> targets(Service service, Pod pod) {
        List<Target> targets = new ArrayList<>();
        for (ServicePort port : service.getSpec().getPorts()) {
            number(port, pod)
                    .ifPresent(number -> targets.add(new Target(
                            Objects.requireNonNullElse(port.getName(), ""),
                            number,
                            Objects.requireNonNullElse(port.getProtocol(), "TCP"),
                            port.getAppProtocol())));
        }
        return targets;
    }

    private static Optional<Integer> number(ServicePort port, Pod pod) {
        IntOrString target = port.getTargetPort();
        if (target == null) {
            return Optional.of(port.getPort());
        }
        if (target.getStrVal() == null) {
            return Optional.ofNullable(target.getIntVal());
        }
        return Stream.concat(
                        pod.getSpec().getContainers().stream(),
                        pod.getSpec().getInitContainers().stream().filter(c -> "Always".equals(c.getRestartPolicy())))
                .flatMap(c -> c.getPorts().stream())
                .filter(p -> target.getStrVal().equals(p.getName()))
                .filter(p -> Objects.equals(p.getProtocol(), port.getProtocol()))
                .map(ContainerPort::getContainerPort)
                .findFirst();
    }
}
