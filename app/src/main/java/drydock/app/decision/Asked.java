package drydock.app.decision;

import drydock.app.session.ClusterSession;
import drydock.app.session.Decision;
import drydock.app.session.Scheduled;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The Pod whose scheduling is looked at, and what was decided on it up to the moment that is seen. Asks again when
/// the cluster has changed; one question is on its way at a time.
public final class Asked {

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<@Nullable ResourceId> pod = new ReadOnlyObjectWrapper<>(this, "pod");
    private final ReadOnlyObjectWrapper<List<Decision>> decisions =
            new ReadOnlyObjectWrapper<>(this, "decisions", List.of());
    private Subscription following = Subscription.EMPTY;
    private boolean asks;
    private boolean again;

    public Asked(Workspace workspace) {
        this.workspace = workspace;
        workspace.sessionProperty().subscribe(this::follow);
    }

    /// The Pod; null while none is looked at.
    ReadOnlyObjectProperty<@Nullable ResourceId> podProperty() {
        return pod.getReadOnlyProperty();
    }

    /// What was decided on it, the oldest try first.
    ReadOnlyObjectProperty<List<Decision>> decisionsProperty() {
        return decisions.getReadOnlyProperty();
    }

    /// Looks at another Pod.
    public void open(ResourceId other) {
        decisions.set(List.of());
        pod.set(other);
        ask();
    }

    void close() {
        pod.set(null);
        decisions.set(List.of());
    }

    /// Whether the Pod is on a node at the moment that is seen.
    boolean isBound() {
        return Optional.ofNullable(pod.get())
                .flatMap(id -> workspace.session().flatMap(s -> s.observed().find(id)))
                .filter(object -> object instanceof Pod seen
                        && seen.getSpec().getNodeName() != null
                        && !seen.getSpec().getNodeName().isEmpty())
                .isPresent();
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = session.map(s -> s.observed().versionProperty().subscribe(this::ask))
                .orElse(Subscription.EMPTY);
        if (session.filter(Scheduled.class::isInstance).isEmpty()) {
            close();
        }
    }

    private void ask() {
        ResourceId asked = pod.get();
        if (asked == null) {
            return;
        }
        again = asks;
        if (!asks) {
            workspace
                    .session()
                    .filter(Scheduled.class::isInstance)
                    .map(Scheduled.class::cast)
                    .ifPresent(session -> {
                        asks = true;
                        session.decisions(asked)
                                .then(found -> answered(asked, found))
                                .start();
                    });
        }
    }

    private void answered(ResourceId asked, List<Decision> found) {
        asks = false;
        if (asked.equals(pod.get())) {
            decisions.set(found);
        }
        if (again) {
            again = false;
            ask();
        }
    }
}
