package drydock.model.validation.project.traffic;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.Optional;

/// Ports of Services that no container opens (`pkg/api/v1/pod/util.go FindPort`).
///
/// A name must be declared with the same protocol. A number needs no declaration, but where others are declared it
/// should be among them.
final class TargetPortRules {

    static final List<Rule> RULES = List.of(new Rule.OfProject(
            view -> view.each(Service.class, (id, service) -> check(view, id, new ServicePorts(service)))));

    private TargetPortRules() {}

    private static void check(ProjectView view, ResourceId id, ServicePorts service) {
        List<Workload> selected = view.selectedBy(id);
        List<ContainerPort> open =
                selected.stream().flatMap(ServicePorts::declared).toList();
        boolean allDeclare = selected.stream()
                .flatMap(w -> w.running().stream())
                .noneMatch(part -> ProjectView.each(part.container().getPorts()).isEmpty());
        List<ServicePort> ports = service.ports();
        for (int i = 0; i < ports.size() && !selected.isEmpty(); i++) {
            ServicePort port = ports.get(i);
            boolean named = ServicePorts.target(port).getStrVal() != null;
            boolean known = named || !open.isEmpty();
            if (known && open.stream().noneMatch(o -> ServicePorts.leadsTo(port, o))) {
                String field = port.getTargetPort() == null ? "port" : "targetPort";
                Severity severity = named || allDeclare ? Severity.WARNING : Severity.ADVICE;
                FieldPath list = FieldPath.of("spec", "ports", i);
                Report report = view.tell(
                        "target-port",
                        severity,
                        id,
                        list.key(field),
                        "target-port",
                        ServicePorts.shown(ServicePorts.target(port)));
                only(open, port)
                        .ifPresent(o -> report.fix(
                                Optional.of(new Edit.SetField(id, list.key("targetPort"), value(o))),
                                "set-target-port",
                                String.valueOf(value(o))));
            }
        }
    }

    /// The only port that is open for the protocol of `port`.
    private static Optional<ContainerPort> only(List<ContainerPort> open, ServicePort port) {
        List<ContainerPort> fitting = open.stream()
                .filter(o -> o.getContainerPort() != null
                        && ServicePorts.protocol(o.getProtocol()).equals(ServicePorts.protocol(port.getProtocol())))
                .toList();
        return fitting.stream().map(TargetPortRules::value).distinct().count() == 1
                ? Optional.of(fitting.getFirst())
                : Optional.empty();
    }

    private static Object value(ContainerPort port) {
        return port.getName() == null ? port.getContainerPort() : port.getName();
    }
}
