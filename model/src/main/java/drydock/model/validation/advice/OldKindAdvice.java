package drydock.model.validation.advice;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.ReplicationController;
import java.util.List;

/// Kinds that another has taken the place of.
final class OldKindAdvice {

    static final List<Rule> RULES =
            List.of(new Rule.OfProject(OldKindAdvice::controllers), new Rule.OfProject(OldKindAdvice::endpoints));

    private static final FieldPath KIND = FieldPath.of("kind");

    private OldKindAdvice() {}

    private static void controllers(ProjectView view) {
        view.each(
                ReplicationController.class,
                (id, controller) -> view.tell("old-kind", Severity.ADVICE, id, KIND, "old-kind.controller")
                        .fix(ControllerConversion.of(view, id, controller), "convert", id.name()));
    }

    private static void endpoints(ProjectView view) {
        view.each(
                Endpoints.class,
                (id, endpoints) -> view.tell("old-kind", Severity.ADVICE, id, KIND, "old-kind.endpoints"));
    }
}
