package drydock.model.validation.project.traffic;

import drydock.model.edit.Edit;
import drydock.model.resource.ResourceId;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Services that are missing, as edits that add them to the file of the workload they lead to.
final class NewServices {

    private NewServices() {}

    /// A Service for the workload of its name; none where there is none, or where its ports are not clear.
    static Optional<Edit> of(ProjectView view, ResourceId service, @Nullable ServiceBackendPort wanted) {
        Workload workload = view.workloadsIn(service.namespace()).stream()
                .filter(w -> w.id().name().equals(service.name()) && !w.isJob())
                .findFirst()
                .orElse(null);
        if (workload == null || workload.labels().isEmpty() || wanted == null) {
            return Optional.empty();
        }
        List<ContainerPort> ports = ServicePorts.declared(workload).toList();
        if (ports.size() != 1 || ports.getFirst().getContainerPort() == null) {
            return Optional.empty();
        }
        int target = ports.getFirst().getContainerPort();
        String name = wanted.getName() == null ? "" : "name: " + wanted.getName() + "\n    ";
        int port = wanted.getNumber() == null ? target : wanted.getNumber();
        return Optional.of(add(view, workload, service, """
            spec:
              selector:%s
              ports:
              - %sport: %d
                targetPort: %d
            """.formatted(labels(workload.labels()), name, port, target)));
    }

    /// A Service without an address, which gives each Pod of a StatefulSet a name.
    static Optional<Edit> headless(ProjectView view, ResourceId service, Workload workload) {
        if (workload.labels().isEmpty()) {
            return Optional.empty();
        }
        String ports = ServicePorts.declared(workload)
                .filter(p -> p.getContainerPort() != null)
                .map(p -> "  - name: %s\n    port: %d\n"
                        .formatted(
                                p.getName() == null ? "port-" + p.getContainerPort() : p.getName(),
                                p.getContainerPort()))
                .distinct()
                .collect(Collectors.joining());
        return Optional.of(add(view, workload, service, """
            spec:
              clusterIP: None
              selector:%s
            %s\
            """.formatted(
                        labels(workload.labels()), ports.isEmpty() ? "" : "  ports:\n" + ports)));
    }

    private static Edit add(ProjectView view, Workload workload, ResourceId service, String spec) {
        return new Edit.AddObject(view.file(workload.id()), """
            apiVersion: v1
            kind: Service
            metadata:
              name: %s
              namespace: %s
            """.formatted(service.name(), service.namespace()) + spec);
    }

    private static String labels(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(e -> "\n    \"%s\": \"%s\"".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining());
    }
}
