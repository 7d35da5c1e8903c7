package drydock.app.canvas;

import drydock.app.observe.Lens;
import drydock.app.observe.Observed;
import drydock.app.session.ClusterSession;
import drydock.app.session.Measured;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.render.figure.Concern;
import drydock.render.figure.Picture;
import drydock.render.figure.View;
import drydock.render.load.Loads;
import drydock.render.traffic.Flows;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is to be drawn of a workspace at this moment.
final class PictureSource {

    /// For so long a warning of the cluster is marked.
    private static final Duration LATELY = Duration.ofMinutes(5);

    private final Workspace workspace;

    /// The objects of the project as it was when they were read last.
    private Picture objects = Picture.EMPTY;

    private Project read = Project.EMPTY;
    private List<Finding> judged = List.of();
    private Map<ResourceId, Concern> concerns = Map.of();

    PictureSource(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @param flows what goes through the cluster that is seen
    Picture picture(Flows flows) {
        Project project = workspace.document().project();
        if (!project.sharesTextsWith(read)) {
            objects = Picture.of(project.lastGoodObjects(), project.diagram());
            read = project;
        }
        Picture desired = objects.drawn(project.diagram())
                .seenAs(workspace.nodesViewProperty().get() ? View.NODES : View.DESIGN)
                .grouped(workspace.groupingProperty().get())
                .marked(concerns());
        return workspace
                .session()
                .map(session -> watching(beside(desired, session), session)
                        .carrying(flows)
                        .loaded(loads(session)))
                .orElse(desired);
    }

    /// A recording shows what there was in the cluster, and nothing that the project would have there: the figures keep
    /// no more of the project than their places.
    private Picture beside(Picture desired, ClusterSession session) {
        if (!session.isRecorded()) {
            return desired;
        }
        return Picture.of(List.of(), workspace.document().project().diagram())
                .seenAs(desired.view())
                .grouped(workspace.groupingProperty().get());
    }

    /// The worst finding of each object; advice is not marked, the panel has it.
    @SuppressWarnings("ReferenceEquality") // what was found already stays the very same list
    private Map<ResourceId, Concern> concerns() {
        List<Finding> findings = workspace.findingsProperty().get();
        if (findings != judged) {
            judged = findings;
            concerns = Map.copyOf(worst(findings));
        }
        return concerns;
    }

    private static Map<ResourceId, Concern> worst(List<Finding> findings) {
        Map<ResourceId, Concern> worst = new HashMap<>();
        for (Finding finding : findings) {
            switch (finding.severity()) {
                case ERROR -> finding.object().ifPresent(id -> worst.put(id, Concern.ERROR));
                case WARNING -> finding.object().ifPresent(id -> worst.putIfAbsent(id, Concern.WARNING));
                case ADVICE -> {
                    // see above
                }
            }
        }
        return worst;
    }

    private static Loads loads(ClusterSession session) {
        return session instanceof Measured measured ? measured.loadsProperty().get() : Loads.NONE;
    }

    private Picture watching(Picture desired, ClusterSession session) {
        Observed observed = session.observed();
        Lens lens = workspace.lensProperty().get();
        List<HasMetadata> objects =
                new ArrayList<>(lens.isOpen() ? observed.objects() : lens.through(observed, session.now()));
        objects.addAll(observed.events());
        return desired.watching(objects, session.now())
                .knowingOnlyThePastOf(observed.outdated())
                .marked(warned(desired.concerns(), observed, session.now()));
    }

    /// What was found, and what the cluster warns of at the moment.
    private static Map<ResourceId, Concern> warned(Map<ResourceId, Concern> found, Observed observed, Instant now) {
        Map<ResourceId, Concern> all = new HashMap<>();
        observed.warnedOf(now.minus(LATELY)).forEach(object -> all.put(object, Concern.WARNING));
        if (all.isEmpty()) {
            return found;
        }
        all.putAll(found);
        return all;
    }
}
