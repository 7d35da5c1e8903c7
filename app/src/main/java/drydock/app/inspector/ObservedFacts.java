package drydock.app.inspector;

import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What the cluster says of the selected object: its status, not to be edited.
final class ObservedFacts extends GridPane {

    private final Messages messages = Messages.of(ObservedFacts.class);
    private final Workspace workspace;
    private Subscription following = Subscription.EMPTY;
    private Map<String, String> shown = Map.of();

    ObservedFacts(Workspace workspace) {
        this.workspace = workspace;
        setId("inspector-observed");
        getStyleClass().addAll("form", "observed-facts");
        workspace.selection().objectsProperty().subscribe(this::update);
        workspace.sessionProperty().subscribe(this::follow);
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = session.map(s -> s.observed().versionProperty().subscribe(this::update))
                .orElse(Subscription.EMPTY);
        update();
    }

    private void update() {
        Optional<ResourceId> selected = workspace.selection().single();
        Map<String, String> facts = workspace
                .session()
                .flatMap(session -> selected.flatMap(id -> session.observed()
                                .find(id)
                                .map(object -> facts(object, session.observed().objects()))
                                .or(() -> gone(id)))
                        .or(() -> someGone(session)))
                .orElse(Map.of());
        if (facts.equals(shown)) {
            return;
        }
        shown = facts;
        getChildren().clear();
        int row = 0;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            Label name = new Label(messages.get("fact." + fact.getKey()));
            name.getStyleClass().add("text-muted");
            name.setMinWidth(USE_PREF_SIZE);
            setValignment(name, VPos.TOP);
            Label value = new Label(fact.getValue());
            value.setWrapText(true);
            addRow(row++, name, value);
        }
    }

    /// What is neither in the cluster nor in the project was in the cluster when it was selected.
    private Optional<Map<String, String>> gone(ResourceId id) {
        return workspace.document().project().declarations(id).isEmpty()
                ? Optional.of(Map.of("state", messages.get("fact.state.gone")))
                : Optional.empty();
    }

    /// Of several that are selected it is told how many are gone by now.
    private Optional<Map<String, String>> someGone(ClusterSession session) {
        List<ResourceId> selected = workspace.selection().objects();
        long gone = selected.stream()
                .filter(id -> session.observed().find(id).isEmpty())
                .filter(id -> workspace.document().project().declarations(id).isEmpty())
                .count();
        return selected.size() > 1 && gone > 0
                ? Optional.of(Map.of("state", messages.get("fact.state.someGone", gone)))
                : Optional.empty();
    }

    private Map<String, String> facts(HasMetadata object, Collection<HasMetadata> all) {
        Map<String, String> facts = new LinkedHashMap<>();
        switch (object) {
            case Pod pod -> facts.putAll(PodFacts.of(pod));
            case Service service -> put(facts, "clusterIp", service.getSpec().getClusterIP());
            case ReplicationController rc ->
                put(
                        facts,
                        "ready",
                        of(rc.getStatus().getReadyReplicas(), rc.getStatus().getReplicas()));
            case ReplicaSet set ->
                put(
                        facts,
                        "ready",
                        of(set.getStatus().getReadyReplicas(), set.getStatus().getReplicas()));
            case Deployment deployment ->
                put(
                        facts,
                        "ready",
                        of(
                                deployment.getStatus().getReadyReplicas(),
                                deployment.getStatus().getReplicas()));
            case Node node -> facts.putAll(NodeFacts.of(node, all, messages));
            default -> {
                // of other kinds the metadata say enough
            }
        }
        put(facts, "created", object.getMetadata().getCreationTimestamp());
        return facts;
    }

    private static String of(@Nullable Integer part, @Nullable Integer all) {
        return Objects.requireNonNullElse(part, 0) + " / " + Objects.requireNonNullElse(all, 0);
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.put(name, value);
        }
    }
}
