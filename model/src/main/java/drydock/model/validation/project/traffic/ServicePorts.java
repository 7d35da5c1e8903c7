package drydock.model.validation.project.traffic;

import drydock.model.validation.ProjectView;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ports of a Service, and where in Pods they lead (`pkg/api/v1/pod/util.go FindPort`).
///
/// @param ports the Service's
record ServicePorts(List<ServicePort> ports) {

    ServicePorts(Service service) {
        this(
                service.getSpec() == null
                        ? List.of()
                        : ProjectView.each(service.getSpec().getPorts()));
    }

    /// Where `port` leads to: `targetPort`, or what stands for it.
    static IntOrString target(ServicePort port) {
        return port.getTargetPort() == null ? new IntOrString(port.getPort()) : port.getTargetPort();
    }

    /// The ports that the containers of a workload declare, of those that run beside each other.
    static Stream<ContainerPort> declared(Workload workload) {
        return workload.running().stream()
                .flatMap(part -> ProjectView.each(part.container().getPorts()).stream());
    }

    static boolean declaresAny(Workload workload) {
        return declared(workload).findAny().isPresent();
    }

    boolean allOpenIn(Workload workload) {
        return !ports.isEmpty() && ports.stream().allMatch(port -> isOpenIn(port, workload));
    }

    boolean noneOpenIn(Workload workload) {
        return ports.stream().noneMatch(port -> isOpenIn(port, workload));
    }

    static boolean isOpenIn(ServicePort port, Workload workload) {
        return declared(workload).anyMatch(open -> leadsTo(port, open));
    }

    /// Whether a name is declared with the same protocol, or a number is.
    static boolean leadsTo(ServicePort port, ContainerPort open) {
        IntOrString target = target(port);
        return protocol(open.getProtocol()).equals(protocol(port.getProtocol()))
                && (target.getStrVal() == null
                        ? open.getContainerPort() != null
                                && open.getContainerPort().equals(target.getIntVal())
                        : target.getStrVal().equals(open.getName()));
    }

    /// The number that `port` leads to in a workload's Pods; empty if its name is not declared.
    static Optional<Integer> number(ServicePort port, Workload workload) {
        IntOrString target = target(port);
        return target.getStrVal() == null
                ? Optional.ofNullable(target.getIntVal())
                : declared(workload)
                        .filter(open -> leadsTo(port, open))
                        .map(ContainerPort::getContainerPort)
                        .findFirst();
    }

    static String shown(IntOrString port) {
        return port.getStrVal() == null ? String.valueOf(port.getIntVal()) : port.getStrVal();
    }

    static String protocol(@Nullable String protocol) {
        return protocol == null ? "TCP" : protocol;
    }
}
