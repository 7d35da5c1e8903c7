package drydock.app.shell;

import drydock.app.observe.Observed;
import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;

/// How many objects there are, for the status bar: those of the project and how many of them are selected, or those of
/// the cluster that is looked at. Its tooltip counts each kind of the project.
final class ObjectCount extends Label {

    private final Messages messages = Messages.of(ObjectCount.class);
    private final Workspace workspace;
    private Subscription following = Subscription.EMPTY;

    ObjectCount(Workspace workspace) {
        this.workspace = workspace;
        setId("status-objects");
        getStyleClass().add("text-muted");
        setMinWidth(USE_PREF_SIZE);
        Tooltip kinds = new Tooltip();
        kinds.setOnShowing(_ -> kinds.setText(kinds()));
        setTooltip(kinds);
        workspace.document().projectProperty().subscribe(_ -> count());
        workspace.selection().objectsProperty().subscribe(_ -> count());
        workspace.sessionProperty().subscribe(this::follow);
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = session.map(s -> s.observed().versionProperty().subscribe(_ -> count()))
                .orElse(Subscription.EMPTY);
        count();
    }

    private void count() {
        setText(workspace.session().map(s -> ofCluster(s.observed())).orElseGet(this::ofProject));
    }

    private String ofCluster(Observed observed) {
        return messages.get("status.cluster", observed.count("Node"), observed.count("Pod"));
    }

    private String ofProject() {
        int all = workspace.document().project().declarations().size();
        int selected = workspace.selection().objects().size();
        return selected < 2 ? messages.get("status.objects", all) : messages.get("status.selected", selected, all);
    }

    private String kinds() {
        Map<String, Long> counts = workspace.document().project().declarations().keySet().stream()
                .collect(Collectors.groupingBy(ResourceId::kind, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? messages.get("status.objects", 0)
                : counts.entrySet().stream()
                        .map(entry -> messages.get("status.kind", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("\n"));
    }
}
