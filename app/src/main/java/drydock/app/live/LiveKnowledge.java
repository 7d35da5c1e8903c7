package drydock.app.live;

import drydock.app.observe.Observed.Knowledge;
import drydock.app.session.ClusterSession;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// What is not known of the cluster before the window. Belongs to the JavaFX thread.
public final class LiveKnowledge {

    /// The cluster does not answer.
    ///
    /// @param cluster its name
    /// @param since when it was last known to answer
    /// @param reason what became of the connection
    record Outage(String cluster, Instant since, String reason) {}

    /// The server does not show a kind.
    ///
    /// @param code 403 where the user may not read it
    /// @param message the server's words
    record Refusal(ResourceKind kind, int code, String message) {}

    private final ReadOnlyObjectWrapper<Optional<Outage>> outage =
            new ReadOnlyObjectWrapper<>(this, "outage", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Refusal>> refusals =
            new ReadOnlyObjectWrapper<>(this, "refusals", List.of());
    private Subscription following = Subscription.EMPTY;

    public LiveKnowledge(Workspace workspace) {
        workspace.sessionProperty().subscribe(this::follow);
    }

    /// The outage, from when it is noticed until the cluster is known again.
    ReadOnlyObjectProperty<Optional<Outage>> outageProperty() {
        return outage.getReadOnlyProperty();
    }

    /// The refused kinds, in the order in which they are watched.
    ReadOnlyObjectProperty<List<Refusal>> refusalsProperty() {
        return refusals.getReadOnlyProperty();
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        outage.set(Optional.empty());
        refusals.set(List.of());
        following = session.map(s -> s.observed().versionProperty().subscribe(() -> look(s)))
                .orElse(Subscription.EMPTY);
    }

    private void look(ClusterSession session) {
        Optional<Outage> longest = Optional.empty();
        List<Refusal> refused = new ArrayList<>();
        for (Map.Entry<ResourceKind, Knowledge> known :
                session.observed().knowledge().entrySet()) {
            switch (known.getValue()) {
                case Knowledge.Loading _, Knowledge.Current _ -> {
                    // nothing is missing
                }
                case Knowledge.Stale(Instant since, String reason) -> {
                    if (longest.filter(o -> !since.isBefore(o.since())).isEmpty()) {
                        longest = Optional.of(new Outage(session.info().name(), since, reason));
                    }
                }
                case Knowledge.Refused(int code, String message) ->
                    refused.add(new Refusal(known.getKey(), code, message));
            }
        }
        outage.set(longest);
        refusals.set(List.copyOf(refused));
    }
}
