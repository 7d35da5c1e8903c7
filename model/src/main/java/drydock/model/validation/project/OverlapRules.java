package drydock.model.validation.project;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.LabelSelector;
import drydock.model.topology.PodSelectors;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.List;

/// Controllers that take each other's Pods for their own, or Pods that nobody made for them.
final class OverlapRules {

    static final List<Rule> RULES =
            List.of(new Rule.OfProject(OverlapRules::controllers), new Rule.OfProject(OverlapRules::adopted));

    private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

    private OverlapRules() {}

    private static void controllers(ProjectView view) {
        for (Workload workload : view.workloads()) {
            LabelSelector selector = selector(workload);
            if (workload.isController() && !selector.nothing()) {
                view.topology().templatesMatching(workload.id().namespace(), selector).stream()
                        .filter(id -> !id.equals(workload.id()))
                        .flatMap(id -> view.workload(id).stream())
                        .filter(Workload::isController)
                        .findFirst()
                        .ifPresent(other -> view.tell(
                                "overlapping-selectors",
                                Severity.WARNING,
                                workload.id(),
                                SELECTOR,
                                "overlapping-selectors",
                                other.id().kind(),
                                other.id().name()));
            }
        }
    }

    private static LabelSelector selector(Workload workload) {
        return PodSelectors.of(workload.object()).orElse(LabelSelector.NOTHING);
    }

    /// A Pod without an owner is adopted by what selects it; a Deployment's ReplicaSets select by a label more, which
    /// no other Pod has (`pkg/controller/controller_ref_manager.go ClaimObject`).
    private static void adopted(ProjectView view) {
        for (Workload workload : view.workloads()) {
            if (workload.object() instanceof ReplicationController || workload.object() instanceof ReplicaSet) {
                view.topology().podsMatching(workload.id().namespace(), selector(workload)).stream()
                        .flatMap(id -> view.workload(id).stream())
                        .filter(pod -> pod.object() instanceof Pod p
                                && ProjectView.each(p.getMetadata().getOwnerReferences())
                                        .isEmpty())
                        .forEach(pod -> view.tell(
                                "adopted-pod",
                                Severity.WARNING,
                                pod.id(),
                                pod.labelsPath(),
                                "adopted-pod",
                                workload.id().kind(),
                                workload.id().name()));
            }
        }
    }
}
