package drydock.model.validation.project.traffic;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.topology.PodSelectors;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Services, disruption budgets and policies select, and what they should not.
final class SelectionRules {

    static final List<Rule> RULES =
            List.of(new Rule.OfProject(SelectionRules::nothing), new Rule.OfProject(SelectionRules::strangers));

    private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

    private SelectionRules() {}

    private static void nothing(ProjectView view) {
        view.each(Service.class, (id, service) -> nothing(view, id, service, SELECTOR, Severity.WARNING));
        view.each(PodDisruptionBudget.class, (id, budget) -> nothing(view, id, budget, SELECTOR, Severity.ADVICE));
        FieldPath ofPolicy = FieldPath.of("spec", "podSelector");
        view.each(NetworkPolicy.class, (id, policy) -> nothing(view, id, policy, ofPolicy, Severity.ADVICE));
    }

    private static void nothing(
            ProjectView view, ResourceId id, HasMetadata object, FieldPath field, Severity severity) {
        LabelSelector selector = PodSelectors.of(object).orElse(LabelSelector.NOTHING);
        if (!selector.nothing()
                && !selector.isEverything()
                && view.selectedBy(id).isEmpty()) {
            Severity told = view.hasCustomObjects(id.namespace()) ? Severity.ADVICE : severity;
            Report report = view.tell("selects-nothing", told, id, field, "selects-nothing", selector);
            if (object instanceof Service) {
                meant(view, id)
                        .ifPresent(w -> report.fix(
                                Optional.of(new Edit.SetField(id, SELECTOR, labels(w))),
                                "select",
                                w.id().kind(),
                                w.id().name()));
            }
        }
    }

    /// The workload that has the Service's name, or the only one there is.
    private static Optional<Workload> meant(ProjectView view, ResourceId service) {
        List<Workload> there = view.workloadsIn(service.namespace()).stream()
                .filter(w -> !w.isJob() && !labels(w).isEmpty())
                .toList();
        return there.stream()
                .filter(w -> w.id().name().equals(service.name()))
                .findFirst()
                .or(() -> there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty());
    }

    /// By what a workload's Pods are told from others.
    private static Map<String, String> labels(Workload workload) {
        return workload.object() instanceof Deployment d
                        && d.getSpec().getSelector() != null
                        && d.getSpec().getSelector().getMatchLabels() != null
                        && !d.getSpec().getSelector().getMatchLabels().isEmpty()
                ? d.getSpec().getSelector().getMatchLabels()
                : workload.labels();
    }

    /// A Service sends part of its traffic to Pods that do not listen: to those of a Job, or of a workload that
    /// declares ports and none that the Service leads to, while another declares them all.
    private static void strangers(ProjectView view) {
        view.each(Service.class, (id, service) -> {
            List<Workload> selected = view.selectedBy(id);
            if (selected.size() > 1 && service.getSpec() != null) {
                ServicePorts ports = new ServicePorts(service);
                boolean meant = selected.stream().anyMatch(w -> !w.isJob() && ports.allOpenIn(w));
                selected.stream()
                        .filter(w -> meant && isStranger(ports, w))
                        .findFirst()
                        .ifPresent(w -> view.tell(
                                "selects-strangers",
                                Severity.WARNING,
                                id,
                                SELECTOR,
                                "selects-strangers",
                                w.id().kind(),
                                w.id().name()));
            }
        });
    }

    private static boolean isStranger(ServicePorts ports, Workload workload) {
        return ports.noneOpenIn(workload) && (workload.isJob() || ServicePorts.declaresAny(workload));
    }
}
