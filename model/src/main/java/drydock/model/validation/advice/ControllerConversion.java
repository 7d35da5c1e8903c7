package drydock.model.validation.advice;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.topology.PodTemplates;
import drydock.model.topology.Relation;
import drydock.model.validation.ProjectView;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a ReplicationController the Deployment that does the same, in place: comments and what else is written stay,
/// and autoscalers that scale it follow.
final class ControllerConversion {

    private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

    private ControllerConversion() {}

    /// The edit; none where the Deployment is there already, or there are no labels to select by.
    static Optional<Edit> of(ProjectView view, ResourceId id, ReplicationController controller) {
        ResourceId deployment = ResourceId.of(Kinds.DEPLOYMENT, id.namespace(), id.name());
        Map<String, String> labels =
                PodTemplates.of(controller).map(PodTemplates::labels).orElse(Map.of());
        if (view.knows(deployment)
                || labels.isEmpty()
                || view.declarations().get(id).size() > 1) {
            return Optional.empty();
        }
        List<Edit> edits = new ArrayList<>();
        Map<String, String> selector = controller.getSpec().getSelector();
        edits.add(
                selector == null || selector.isEmpty()
                        ? new Edit.SetField(id, SELECTOR, Map.of("matchLabels", labels))
                        : new Edit.NestField(id, SELECTOR, "matchLabels"));
        if (isWritten(view, id, "status")) {
            edits.add(new Edit.RemoveField(id, FieldPath.of("status")));
        }
        ResourceId between = new ResourceId("apps", id.kind(), id.namespace(), id.name());
        edits.add(new Edit.SetField(id, FieldPath.of("apiVersion"), "apps/v1"));
        edits.add(new Edit.SetField(between, FieldPath.of("kind"), "Deployment"));
        edits.addAll(autoscalers(view, id));
        return Optional.of(new Edit.Composite(edits));
    }

    private static boolean isWritten(ProjectView view, ResourceId id, String field) {
        var declaration = view.declarations().get(id).getFirst();
        return declaration.document().node(declaration.root().key(field)).isPresent();
    }

    private static List<Edit> autoscalers(ProjectView view, ResourceId id) {
        FieldPath target = FieldPath.of("spec", "scaleTargetRef");
        return view.topology().to(id, Relation.SCALES).stream()
                .map(edge -> edge.from())
                .filter(from -> view.topology().object(from).orElse(null) instanceof HorizontalPodAutoscaler)
                .flatMap(from -> List.<Edit>of(
                        new Edit.SetField(from, target.key("apiVersion"), "apps/v1"),
                        new Edit.SetField(from, target.key("kind"), "Deployment"))
                        .stream())
                .toList();
    }
}
