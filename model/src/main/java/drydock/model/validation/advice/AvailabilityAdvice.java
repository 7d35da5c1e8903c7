package drydock.model.validation.advice;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Relation;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What keeps a Service answering while Pods come and go.
final class AvailabilityAdvice {

    static final List<Rule> RULES = List.of(new Rule.OfProject(AvailabilityAdvice::check));

    private AvailabilityAdvice() {}

    private static void check(ProjectView view) {
        Set<ResourceId> served = selected(view, view.ids(Service.class));
        Set<ResourceId> budgeted = selected(view, view.ids(PodDisruptionBudget.class));
        for (Workload workload : view.workloads()) {
            if (workload.isController()) {
                boolean behindService = served.contains(workload.id());
                if (behindService) {
                    readiness(view, workload);
                    single(view, workload);
                }
                if (!budgeted.contains(workload.id())) {
                    budget(view, workload, behindService);
                }
            }
        }
    }

    private static Set<ResourceId> selected(ProjectView view, List<ResourceId> selectors) {
        Set<ResourceId> selected = new HashSet<>();
        selectors.forEach(id -> selected.addAll(view.topology().templatesSelectedBy(id)));
        return selected;
    }

    /// Told of what declares a port, and so can be asked; the fix asks whether it can be connected to.
    private static void readiness(ProjectView view, Workload workload) {
        for (Workload.Part part : workload.running()) {
            List<ContainerPort> ports = ProjectView.each(part.container().getPorts());
            if (part.container().getReadinessProbe() == null && !ports.isEmpty()) {
                ContainerPort port = ports.getFirst();
                boolean asks = port.getContainerPort() != null
                        && (port.getProtocol() == null || port.getProtocol().equals("TCP"));
                Object value = port.getName() == null ? port.getContainerPort() : port.getName();
                Map<String, Object> probe = Map.of("tcpSocket", Map.of("port", value == null ? 0 : value));
                FieldPath path = part.path().key("readinessProbe");
                view.tell(
                                "readiness-probe",
                                Severity.ADVICE,
                                workload.id(),
                                path,
                                "readiness-probe",
                                part.container().getName())
                        .fix(
                                asks ? Optional.of(new Edit.SetField(workload.id(), path, probe)) : Optional.empty(),
                                "add-readiness-probe",
                                String.valueOf(value));
            }
        }
    }

    private static boolean isScaled(ProjectView view, Workload workload) {
        return !view.topology().to(workload.id(), Relation.SCALES).isEmpty();
    }

    /// A StatefulSet of one is often meant: one database.
    private static void single(ProjectView view, Workload workload) {
        FieldPath field = FieldPath.of("spec", "replicas");
        if (workload.replicas().orElse(0) == 1
                && !(workload.object() instanceof StatefulSet)
                && !isScaled(view, workload)) {
            view.tell("single-replica", Severity.ADVICE, workload.id(), field, "single-replica")
                    .fix(Optional.of(new Edit.SetField(workload.id(), field, 2)), "set-field", "replicas", "2");
        }
    }

    private static void budget(ProjectView view, Workload workload, boolean behindService) {
        if (behindService && (workload.replicas().orElse(0) > 1 || isScaled(view, workload))) {
            view.tell(
                            "disruption-budget",
                            Severity.ADVICE,
                            workload.id(),
                            FieldPath.of("spec", "replicas"),
                            "disruption-budget")
                    .fix(budget(view, workload), "add-budget", workload.id().name());
        }
    }

    private static Optional<Edit> budget(ProjectView view, Workload workload) {
        ResourceId id = new ResourceId(
                "policy",
                "PodDisruptionBudget",
                workload.id().namespace(),
                workload.id().name());
        Map<String, String> labels = workload.object() instanceof Deployment d
                        && d.getSpec().getSelector() != null
                        && d.getSpec().getSelector().getMatchLabels() != null
                ? d.getSpec().getSelector().getMatchLabels()
                : workload.labels();
        if (view.knows(id) || labels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Edit.AddObject(view.file(workload.id()), """
                    apiVersion: policy/v1
                    kind: PodDisruptionBudget
                    metadata:
                      name: %s
                      namespace: %s
                    spec:
                      maxUnavailable: 1
                      selector:
                        matchLabels:
                    %s\
                    """.formatted(id.name(), id.namespace(), lines(labels))));
    }

    private static String lines(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(e -> "      \"%s\": \"%s\"\n".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining());
    }
}
