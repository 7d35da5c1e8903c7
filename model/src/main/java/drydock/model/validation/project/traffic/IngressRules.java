package drydock.model.validation.project.traffic;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Ingresses that lead to no Service, or to a port that the Service does not have.
final class IngressRules {

    static final List<Rule> RULES = List.of(new Rule.OfProject(view -> view.each(
            Ingress.class, (id, ingress) -> backends(ingress, (path, backend) -> check(view, id, path, backend)))));

    private IngressRules() {}

    /// Every Service that an Ingress names, with the field that does.
    static void backends(Ingress ingress, BiConsumer<FieldPath, IngressServiceBackend> look) {
        if (ingress.getSpec() == null) {
            return;
        }
        service(ingress.getSpec().getDefaultBackend(), FieldPath.of("spec", "defaultBackend"), look);
        List<IngressRule> rules = ProjectView.each(ingress.getSpec().getRules());
        for (int i = 0; i < rules.size(); i++) {
            List<HTTPIngressPath> paths = rules.get(i).getHttp() == null
                    ? List.of()
                    : ProjectView.each(rules.get(i).getHttp().getPaths());
            for (int j = 0; j < paths.size(); j++) {
                FieldPath at = FieldPath.of("spec", "rules", i, "http", "paths", j, "backend");
                service(paths.get(j).getBackend(), at, look);
            }
        }
    }

    private static void service(
            @Nullable IngressBackend backend, FieldPath path, BiConsumer<FieldPath, IngressServiceBackend> look) {
        if (backend != null
                && backend.getService() != null
                && backend.getService().getName() != null) {
            look.accept(path.key("service"), backend.getService());
        }
    }

    private static void check(ProjectView view, ResourceId id, FieldPath path, IngressServiceBackend backend) {
        ResourceId service = ResourceId.of(Kinds.SERVICE, id.namespace(), backend.getName());
        HasMetadata there = view.topology().object(service).orElse(null);
        if (!view.knows(service)) {
            boolean made = view.hasCustomObjects(id.namespace());
            view.tell(
                            "ingress-service",
                            made ? Severity.ADVICE : Severity.WARNING,
                            id,
                            path.key("name"),
                            "ingress-service",
                            backend.getName())
                    .fix(NewServices.of(view, service, backend.getPort()), "add-service", backend.getName());
        } else if (there instanceof Service known && known.getSpec() != null && backend.getPort() != null) {
            port(view, id, path.key("port"), backend.getPort(), known);
        }
    }

    private static void port(ProjectView view, ResourceId id, FieldPath path, ServiceBackendPort port, Service known) {
        List<ServicePort> ports = new ServicePorts(known).ports();
        boolean named = port.getName() != null;
        boolean found = ports.stream()
                .anyMatch(p -> named
                        ? port.getName().equals(p.getName())
                        : p.getPort() != null && p.getPort().equals(port.getNumber()));
        boolean external = "ExternalName".equals(known.getSpec().getType());
        if (!found && !external && (named || port.getNumber() != null)) {
            Report report = view.tell(
                    "ingress-port",
                    Severity.WARNING,
                    id,
                    path.key(named ? "name" : "number"),
                    "ingress-port",
                    named ? port.getName() : String.valueOf(port.getNumber()),
                    known.getMetadata().getName());
            Optional<Object> only = ports.size() == 1
                    ? Optional.ofNullable(
                            named
                                    ? ports.getFirst().getName()
                                    : ports.getFirst().getPort())
                    : Optional.empty();
            only.ifPresent(p -> report.fix(
                    Optional.of(new Edit.SetField(id, path.key(named ? "name" : "number"), p)),
                    "set-port",
                    String.valueOf(p)));
        }
    }
}
