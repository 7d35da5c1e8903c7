package drydock.app.hover;

import drydock.app.decision.DecisionText;
import drydock.app.session.Scheduled;
import drydock.app.workspace.Workspace;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.scene.FigureId;
import java.util.function.Consumer;

/// What the scheduler decided on a Pod, in a few words.
final class DecisionWords {

    private final Workspace workspace;
    private final DecisionText text = new DecisionText();

    DecisionWords(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Asks, and tells a little later; tells nothing where a figure is no Pod of a cluster that knows.
    void on(FigureId figure, Consumer<String> tell) {
        if (figure instanceof FigureId.Of(ResourceId object) && object.kind().equals(Kinds.POD.kind())) {
            workspace
                    .session()
                    .filter(Scheduled.class::isInstance)
                    .map(Scheduled.class::cast)
                    .ifPresent(session -> session.decisions(object)
                            .then(found -> {
                                String said = text.shortly(found);
                                if (!said.isEmpty()) {
                                    tell.accept(said);
                                }
                            })
                            .start());
        }
    }
}
