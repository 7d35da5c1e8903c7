package drydock.app.forward;

import drydock.app.logs.PodsOf;
import drydock.app.observe.Observed;
import drydock.model.cluster.DirectAccess.PodPort;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Which ports of an object can be forwarded, and to which Pod a connection goes now.
final class Ports {

    /// A port that is offered.
    ///
    /// @param number of the Service or of the container
    /// @param name what it is called, empty if it is not
    record Offered(int number, String name) {

        @Override
        public String toString() {
            return name.isEmpty() ? String.valueOf(number) : number + "  " + name;
        }
    }

    private Ports() {}

    /// A Service's ports over TCP, or those that the containers of its Pods name.
    static List<Offered> of(Observed observed, ResourceId object) {
        Optional<Service> service = service(observed, object);
        if (service.isPresent()) {
            return service.get().getSpec().getPorts().stream()
                    .filter(port -> isTcp(port.getProtocol()))
                    .map(port -> new Offered(port.getPort(), Objects.requireNonNullElse(port.getName(), "")))
                    .toList();
        }
        return PodsOf.of(observed, object).stream()
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .flatMap(container -> container.getPorts().stream())
                .filter(port -> isTcp(port.getProtocol()))
                .map(port -> new Offered(port.getContainerPort(), Objects.requireNonNullElse(port.getName(), "")))
                .distinct()
                .sorted(Comparator.comparingInt(Offered::number))
                .toList();
    }

    private static boolean isTcp(@Nullable String protocol) {
        return protocol == null || protocol.equals("TCP");
    }

    private static Optional<Service> service(Observed observed, ResourceId object) {
        return observed.find(object).filter(Service.class::isInstance).map(Service.class::cast);
    }

    /// The Pod and its port that a connection to `port` of an object goes to now: one that is ready if there
    /// is one, else one that runs; empty if none does.
    static Optional<PodPort> target(Observed observed, ResourceId object, int port) {
        return PodsOf.of(observed, object).stream()
                .filter(Ports::isRunning)
                .min(Comparator.comparing((Pod pod) -> !isReady(pod))
                        .thenComparing(pod -> pod.getMetadata().getName()))
                .flatMap(pod -> number(observed, object, pod, port).stream()
                        .mapToObj(number -> new PodPort(ResourceId.of(pod), number))
                        .findFirst());
    }

    private static boolean isRunning(Pod pod) {
        return pod.getStatus() != null
                && "Running".equals(pod.getStatus().getPhase())
                && pod.getMetadata().getDeletionTimestamp() == null;
    }

    private static boolean isReady(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .anyMatch(each -> "Ready".equals(each.getType()) && "True".equals(each.getStatus()));
    }

    /// Of a Service's port the one that it sends to.
    private static OptionalInt number(Observed observed, ResourceId object, Pod pod, int port) {
        Optional<ServicePort> servicePort = service(observed, object).stream()
                .flatMap(service -> service.getSpec().getPorts().stream())
                .filter(each -> each.getPort() == port)
                .findFirst();
        IntOrString to = servicePort.map(ServicePort::getTargetPort).orElse(null);
        if (to == null) {
            return OptionalInt.of(port);
        }
        if (to.getIntVal() != null) {
            return OptionalInt.of(to.getIntVal());
        }
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .filter(each -> Objects.equals(each.getName(), to.getStrVal()))
                .mapToInt(ContainerPort::getContainerPort)
                .findFirst();
    }
}
