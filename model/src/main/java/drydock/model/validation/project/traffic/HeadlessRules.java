package drydock.model.validation.project.traffic;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;

/// The Service that gives the Pods of a StatefulSet their names.
final class HeadlessRules {

    static final List<Rule> RULES =
            List.of(new Rule.OfProject(view -> view.each(StatefulSet.class, (id, set) -> check(view, id, set))));

    private static final FieldPath FIELD = FieldPath.of("spec", "serviceName");

    private HeadlessRules() {}

    private static void check(ProjectView view, ResourceId id, StatefulSet set) {
        String name = set.getSpec() == null ? null : set.getSpec().getServiceName();
        if (name == null || name.isEmpty()) {
            return;
        }
        ResourceId service = ResourceId.of(Kinds.SERVICE, id.namespace(), name);
        if (!view.knows(service)) {
            view.tell("headless-service", Severity.WARNING, id, FIELD, "headless-service", name)
                    .fix(
                            view.workload(id).flatMap(w -> NewServices.headless(view, service, w)),
                            "add-headless-service",
                            name);
        } else if (view.topology().object(service).orElse(null) instanceof Service known
                && known.getSpec() != null
                && !"None".equals(known.getSpec().getClusterIP())) {
            view.tell("headless-service", Severity.ADVICE, id, FIELD, "headless-service.address", name);
        }
    }
}
