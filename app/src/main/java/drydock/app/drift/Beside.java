package drydock.app.drift;

import drydock.app.live.LiveSession;
import drydock.app.session.ClusterSession;
import drydock.app.workspace.Workspace;
import drydock.model.drift.ProjectDrift;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import javafx.util.Subscription;

/// The workspace's project beside the live cluster that is looked at, compared anew in the background as soon as either
/// changes. Belongs to the JavaFX thread.
public final class Beside {

    /// Between two comparisons of a cluster that never rests.
    private static final Duration PAUSE = Duration.millis(120);

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<ProjectDrift> drift =
            new ReadOnlyObjectWrapper<>(this, "drift", ProjectDrift.NONE);
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private Optional<Sight> sight = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private boolean running;
    private boolean isOld;

    public Beside(Workspace workspace) {
        this.workspace = workspace;
        pause.setOnFinished(_ -> goOn());
        workspace.sessionProperty().subscribe(this::follow);
        workspace.document().projectProperty().subscribe(_ -> changed());
    }

    /// How the project stands beside the cluster; nothing while none is looked at.
    public ReadOnlyObjectProperty<ProjectDrift> driftProperty() {
        return drift.getReadOnlyProperty();
    }

    /// The cluster that the project is compared with.
    public Optional<LiveSession> session() {
        return sight.map(Sight::session);
    }

    /// The object as the cluster has it, if it is known.
    public Optional<HasMetadata> live(ResourceId id) {
        return sight.flatMap(seen -> seen.find(id));
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        sight.ifPresent(Sight::close);
        sight = session.filter(LiveSession.class::isInstance)
                .map(LiveSession.class::cast)
                .map(live -> new Sight(live, this::changed));
        show(ProjectDrift.NONE);
        sight.ifPresent(
                seen -> following = seen.session().observed().versionProperty().subscribe(_ -> changed()));
        changed();
    }

    private void changed() {
        isOld = true;
        if (!running) {
            running = true;
            compare();
        }
    }

    private void compare() {
        isOld = false;
        Project project = workspace.document().project();
        if (sight.isEmpty() || project.declarations().isEmpty()) {
            show(ProjectDrift.NONE);
            running = false;
            return;
        }
        Sight seen = sight.get();
        seen.lookFor(project.declarations().keySet());
        Sight.Known known = seen.known();
        Map<ResourceId, HasMetadata> live = new HashMap<>();
        project.declarations().keySet().forEach(id -> seen.find(id).ifPresent(there -> live.put(id, there)));
        List<HasMetadata> all = List.copyOf(seen.session().observed().objects());
        ProjectDrift before = drift.get();
        workspace
                .tasks()
                .work(() -> before.next(project, id -> Optional.ofNullable(live.get(id)), known, all))
                .then(now -> {
                    if (sight.filter(seen::equals).isPresent()) {
                        show(now);
                    }
                    pause.playFromStart();
                })
                .otherwise(fault -> {
                    running = false;
                    throw new IllegalStateException("the comparison failed", fault);
                })
                .start();
    }

    private void goOn() {
        if (isOld) {
            compare();
        } else {
            running = false;
        }
    }

    private void show(ProjectDrift now) {
        drift.set(now);
        workspace.foundBesideCluster(now.findings());
    }
}
